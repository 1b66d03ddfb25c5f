/** A signed-in client of one party: openapi-fetch over the generated types, with what every request needs. */

import createClient, { type Client, type Middleware } from "openapi-fetch";
import type { components, paths } from "./generated/contract.js";

export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];
export type Api = Client<paths>;

/** One of `python -m app credentials --json`: for the demo and for development only. */
export interface Credential {
  readonly client_id: string;
  readonly client_secret: string;
}

/** A problem document (RFC 9457) as an exception: `title` and `detail` are for the screen, `errors` for its fields. */
export class ProblemError extends Error {
  constructor(readonly problem: Schema<"Problem">) {
    super(`${problem.status} ${problem.type}: ${problem.detail} ${JSON.stringify(problem.errors ?? [])}`);
  }
}

/** An `Idempotency-Key`: one for each press of a button, kept for the retries of that press. */
export const oncePerPress = (): string => crypto.randomUUID();

/** The answer, or the problem as an exception. */
export function ok<Data>(answer: { data?: Data; error?: unknown; response: Response }): Data {
  if (answer.error !== undefined) throw new ProblemError(answer.error as Schema<"Problem">);
  return answer.data as Data;
}

/** What a screen keeps of a record: itself, and the ETag that a change of it is sent with. */
export interface Held<Data> {
  readonly it: Data;
  readonly etag: string;
}

export function held<Data>(answer: { data?: Data; error?: unknown; response: Response }): Held<Data> {
  const it = ok(answer);
  return { it, etag: answer.response.headers.get("etag") ?? "" };
}

/** Sign in. A token lives for ten minutes; a frontend's own backend keeps the secret, never a browser. */
export async function signIn(baseUrl: string, credential: Credential): Promise<Api> {
  const api = createClient<paths>({ baseUrl });
  const answer = await api.POST("/oauth/token", {
    body: { grant_type: "client_credentials" },
    bodySerializer: (body) => new URLSearchParams(body as Record<string, string>),
    headers: {
      Authorization: "Basic " + btoa(`${credential.client_id}:${credential.client_secret}`),
      "Content-Type": "application/x-www-form-urlencoded",
    },
  });
  const token = ok(answer).access_token;
  const bearer: Middleware = {
    onRequest({ request }) {
      request.headers.set("Authorization", `Bearer ${token}`);
      request.headers.set("Accept-Language", "da");
      return request;
    },
  };
  api.use(bearer);
  return api;
}
