// The breaking changes of each further contract against the first: node smart-diff.mjs before.json after.json ...
// One line of JSON for each, a list of [action, path].
import { readFileSync } from "node:fs";
import { apiCompare } from "api-smart-diff";

const [before, ...others] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf-8")));
for (const after of others) {
  const { diffs } = apiCompare(before, after);
  const breaking = diffs.filter((each) => each.type === "breaking");
  console.log(JSON.stringify(breaking.map((each) => [each.action, each.path.map(String)])));
}
