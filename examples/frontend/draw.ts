/**
 * Every button and every form of one client, as text in Danish: drawn from `GET /v1/me/operations`, the code lists and the
 * contract of the client's role, and from nothing else. A screen does the same with elements instead of lines.
 *
 *     node draw.js http://127.0.0.1:8000 credentials.json lysningen-coordinator-victim
 */

import { readFileSync } from "node:fs";
import { type Credential, type Schema, ok, signIn } from "./client.js";

/** As much of a schema as a form needs. */
interface Field {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly anyOf?: readonly Field[];
  readonly items?: Field;
  readonly properties?: Readonly<Record<string, Field>>;
  readonly required?: readonly string[];
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly default?: unknown;
  readonly "x-label-da"?: string;
  readonly "x-code-list"?: string;
  readonly "x-choices"?: string;
}
interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Field }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Field }>> }>>;
}
interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Field>> };
}

const [baseUrl = "http://127.0.0.1:8000", file = "credentials.json", client = "police-caseworker"] = process.argv.slice(2);
const credential = (JSON.parse(readFileSync(file, "utf-8")) as readonly Credential[]).find((each) => each.client_id === client);
if (credential === undefined) throw new Error(`no client ${client} in ${file}`);
const api = await signIn(baseUrl, credential);

const me = ok(await api.GET("/v1/me"));
const buttons = ok(await api.GET("/v1/me/operations")).items;
const lists = new Map(ok(await api.GET("/v1/reference/code-lists")).map((list) => [list.name, list]));
const contract = (await (await fetch(`${baseUrl}/openapi/${me.organisation.type}.json`)).json()) as Contract;

/** A schema with what it refers to, and what may be null without the null; what stands beside stays. */
function resolved(field: Field): Field {
  const one = field.anyOf?.find((each) => each.type !== "null");
  if (one !== undefined) return { ...resolved(one), ...field };
  if (field.$ref === undefined) return field;
  return { ...resolved(contract.components.schemas[field.$ref.split("/").pop() ?? ""] ?? {}), ...field };
}

/** A code in words; what has no list, as a media type, is for programs and is shown as it is. */
function label(list: string | undefined, code: string): string {
  if (list === undefined) return code;
  const found = lists.get(list)?.codes.find((each) => each.code === code);
  if (found === undefined) throw new Error(`no label of ${code} in the list ${list}`);
  return found.label_da;
}

/** What a field takes, in words. */
function takes(field: Field): string {
  const it = resolved(field);
  if (it["x-choices"] !== undefined) return `vælg fra ${it["x-choices"]}`;
  if (it.enum !== undefined) return `en af: ${it.enum.map((code) => label(it["x-code-list"], code)).join(", ")}`;
  if (it.const !== undefined) return `altid ${String(it.const)}`;
  if (it.type === "array") return `flere (højst ${it.maxItems ?? "?"}): ${takes(it.items ?? {})}`;
  if (it.type === "boolean") return "ja eller nej";
  if (it.type === "integer") return `tal fra ${it.minimum ?? "?"} til ${it.maximum ?? "?"}`;
  if (it.type === "string") return `${it.format ?? "tekst"}, højst ${it.maxLength ?? "?"} tegn`;
  return "en gruppe";
}

function form(schema: Field, indent: string): void {
  const it = resolved(schema);
  for (const [name, field] of Object.entries(it.properties ?? {})) {
    const known = field["x-label-da"];
    if (known === undefined) throw new Error(`no label of ${name}`);
    console.log(`${indent}${known}${it.required?.includes(name) === true ? " *" : ""}: ${takes(field)}  [/${name}]`);
    const inner = resolved(field);
    form(inner.type === "array" ? (inner.items ?? {}) : inner, indent + "  ");
  }
}

/** What the record must be like, with the labels of its states. */
function waits(button: Schema<"CallableOperation">): string {
  return button.when
    .map(({ pointer, values }) => {
      const answer = contract.paths[button.record ?? ""]?.["get"]?.responses["200"]?.content?.["application/json"]?.schema ?? {};
      const member = pointer.slice(1).split("/").reduce((at, name) => resolved(resolved(at).properties?.[name] ?? {}), answer);
      const named = values.map((value) =>
        typeof value === "string" && member.enum !== undefined ? label(member["x-code-list"], value) : String(value === me.organisation.id ? "os" : value),
      );
      return `${pointer} er ${named.join(" eller ")}`;
    })
    .join(" og ");
}

for (const button of buttons) {
  const operation = contract.paths[button.path]?.[button.method.toLowerCase()];
  if (operation === undefined) throw new Error(`${button.operation_id} is not in the contract of the role`);
  console.log(`\n[${button.label_da}]  ${button.record ?? "nyt"}${button.when.length > 0 ? `, når ${waits(button)}` : ""}`);
  const [body] = Object.values(operation.requestBody?.content ?? {});
  if (body?.schema !== undefined) form(body.schema, "  ");
}
console.log(`\n${buttons.length} knapper i alt.`);
