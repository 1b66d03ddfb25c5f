// The breaking changes of each further contract against the first: node smart-diff.mjs before.json after.json ...
// One line of JSON for each, a list of [action, path].
import { readFileSync } from "node:fs";
import { apiCompare } from "api-smart-diff";

const read = (file) => JSON.parse(readFileSync(file, "utf-8"));
const [before, ...others] = process.argv.slice(2);
for (const after of others) {
  const { diffs } = apiCompare(read(before), read(after)); // each anew: it leaves marks in what it compares
  const breaking = diffs.filter((each) => each.type === "breaking");
  console.log(JSON.stringify(breaking.map((each) => [each.action, each.path.map(String)])));
}
