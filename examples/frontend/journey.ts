/**
 * A citizen's journey through the generated client: the police register and pass on, an organisation takes over, runs a
 * course and follows up. Everyone in it is invented.
 *
 *     node journey.js http://127.0.0.1:8000 credentials.json
 */

import { readFileSync } from "node:fs";
import { type Api, type Credential, type Held, type Schema, held, ok, oncePerPress, signIn } from "./client.js";

const DAY = 24 * 60 * 60 * 1000;
const [baseUrl = "http://127.0.0.1:8000", file = "credentials.json"] = process.argv.slice(2);
const credentials = JSON.parse(readFileSync(file, "utf-8")) as readonly Credential[];

function expect(what: string, found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
  }
  console.log(`${what}: ${JSON.stringify(found)}`);
}

async function party(clientId: string): Promise<Api> {
  const credential = credentials.find((each) => each.client_id === clientId);
  if (credential === undefined) throw new Error(`no client ${clientId} in ${file}`);
  return signIn(baseUrl, credential);
}

/** The calendar day in Denmark, so many days from now. */
const day = (from = 0): string => new Date(Date.now() + from * DAY).toLocaleDateString("sv-SE", { timeZone: "Europe/Copenhagen" });

/** A weekday before today at 9.30 UTC, which is within the safe hours. */
function lastWorkday(): string {
  const at = new Date(Date.now() - DAY);
  while (at.getUTCDay() === 0 || at.getUTCDay() === 6) at.setUTCDate(at.getUTCDate() - 1);
  at.setUTCHours(9, 30, 0, 0);
  return at.toISOString();
}

const once = () => ({ "Idempotency-Key": oncePerPress() });
const change = (record: Held<unknown>) => ({ ...once(), "If-Match": record.etag });

const police = await party("police-caseworker");
const lead = await party("lysningen-coordinator-victim");
const worker = await party("lysningen-caseworker-victim");

// Who one is, and what there is to choose from.
const me = ok(await lead.GET("/v1/me"));
const mine = ok(await worker.GET("/v1/me"));
const labels = ok(await lead.GET("/v1/reference/code-lists"));
const states = labels.find((list) => list.name === "referral_status")?.codes ?? [];
const inDanish = (code: string): string => states.find((each) => each.code === code)?.label_da ?? code;
const projects = ok(await police.GET("/v1/projects")).items;
const project = projects.find((each) => each.programme === "intervention_model_2022_2024");
const forms = ok(await police.GET("/v1/consent-forms", { params: { query: { project_id: project?.id ?? "" } } })).items;
const form = forms.find((each) => each.recipients.includes(me.organisation.id));
if (project === undefined || form === undefined) throw new Error("the demo programme is not there");

// Opsporing: register the citizen, obtain the consent, pass on.
const citizen: Schema<"CitizenIn"> = {
  project_id: project.id,
  track: "victim",
  identity: {
    given_name: "Karen Marie",
    family_name: "Ågesen",
    birth_date: "1871-03-14",
    address_protection: "none",
  },
  contact: {
    phone: "20000001",
    safe_channels: ["phone"],
    safe_hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from_time: "08:00", to_time: "16:00" })),
    never_leave_message: true,
    shared_device: true,
  },
};
const registered = held(await police.POST("/v1/citizens", { params: { header: once() }, body: citizen }));
const citizenId = registered.it.id;
expect("the citizen is", registered.it.status, "active");

const scopes: Schema<"Scope">[] = ["contact", "identity", "feedback_to_sender"];
const drafted = held(
  await police.POST("/v1/consents", {
    params: { header: once() },
    body: {
      citizen_id: citizenId,
      form_version_id: form.id,
      language: "da",
      method: "paper",
      scopes,
      recipients: [me.organisation.id],
      informed_by: "PB 1204",
    },
  }),
);
const consent = { params: { path: { consent_id: drafted.it.id }, header: change(drafted) } };
const signed = ok(await police.POST("/v1/consents/{consent_id}/sign", { ...consent, body: { signed_at: lastWorkday() } }));
expect("the consent is", signed.status, "active");

const draft = held(
  await police.POST("/v1/referrals", {
    params: { header: once() },
    body: {
      citizen_id: citizenId,
      consent_id: signed.id,
      recipient_id: me.organisation.id,
      kind: "initial",
      urgency: "soon",
      scopes,
      summary: "Ønsker hjælp til at komme videre.",
    },
  }),
);
const referralId = draft.it.id;
const referral = (record: Held<unknown>) => ({ params: { path: { referral_id: referralId }, header: change(record) } });
ok(await police.POST("/v1/referrals/{referral_id}/send", referral(draft)));

// Indsats: it is on the worklist, with the minimum; after acceptance there is more.
const waiting = ok(await lead.GET("/v1/worklist", { params: { query: { limit: 200 } } })).items;
expect("on the worklist", waiting.find((task) => task.record.id === referralId)?.kind, "referral_to_answer");
const arrived = held(await lead.GET("/v1/referrals/{referral_id}", { params: { path: { referral_id: referralId } } }));
expect("before acceptance the citizen is", arrived.it.citizen_id, null);
const received = held(await lead.POST("/v1/referrals/{referral_id}/receive", referral(arrived)));
const accepted = held(await lead.POST("/v1/referrals/{referral_id}/accept", referral(received)));
expect("the referral is", inDanish(accepted.it.status), "Accepteret");

const seen = ok(await lead.GET("/v1/citizens/{citizen_id}", { params: { path: { citizen_id: citizenId } } }));
expect("the name is passed on", seen.identity?.given_name, "Karen Marie");
expect("the address is withheld", seen.withheld.includes("address"), true);
const staffId = mine.staff_id ?? "";
const of = { params: { path: { citizen_id: citizenId }, header: once() } };
ok(await lead.POST("/v1/citizens/{citizen_id}/assignments", { ...of, body: { staff_id: staffId } }));
ok(
  await worker.POST("/v1/referrals/{referral_id}/contact-attempts", {
    params: { path: { referral_id: referralId }, header: once() },
    body: { attempted_at: lastWorkday(), channel: "phone", outcome: "reached", safety_confirmed: true },
  }),
);

const created = held(
  await worker.POST("/v1/courses", {
    params: { header: once() },
    body: { citizen_id: citizenId, form: "individual", journey_started_on: day() },
  }),
);
const courseId = created.it.id;
const course = (record: Held<unknown>) => ({ params: { path: { course_id: courseId }, header: change(record) } });
const clarified = held(await worker.POST("/v1/courses/{course_id}/clarify", course(created)));
const started = held(await worker.POST("/v1/courses/{course_id}/start", { ...course(clarified), body: { started_on: day() } }));
expect("the course is", started.it.status, "ongoing");

const session = held(
  await worker.POST("/v1/courses/{course_id}/sessions", {
    params: { path: { course_id: courseId }, header: once() },
    body: { held_on: day(), form: "individual", minutes: 60, status: "held" },
  }),
);
ok(
  await worker.PUT("/v1/sessions/{session_id}/note", {
    params: { path: { session_id: session.it.id }, header: { "If-Match": session.etag } },
    body: { text: "Vi talte om, hvad der skal til, for at hverdagen føles tryg." },
  }),
);

// What the state forbids is a problem that says what it allows.
const again = await worker.POST("/v1/courses/{course_id}/clarify", course(started));
expect("clarifying once more is", again.response.status, 409);
expect("allowed are", again.error?.allowed?.includes("completed"), true);

// Opfølgning: the course ends, and is followed up; the police hear how it went.
const current = held(await worker.GET("/v1/courses/{course_id}", { params: { path: { course_id: courseId } } }));
ok(
  await worker.POST("/v1/courses/{course_id}/complete", {
    ...course(current),
    body: { ended_on: day(), closing_reason: "planned" },
  }),
);
const planned = held(
  await worker.POST("/v1/follow-ups", { params: { header: once() }, body: { course_id: courseId, due_on: day(30) } }),
);
const followUp = ok(
  await worker.POST("/v1/follow-ups/{follow_up_id}/complete", {
    params: { path: { follow_up_id: planned.it.id }, header: change(planned) },
    body: { completed_on: day(), contact_to_other_services: true, change_sustained: "yes", new_needs: [] },
  }),
);
expect("the follow-up is", followUp.status, "completed");
const open = held(await worker.GET("/v1/referrals/{referral_id}", { params: { path: { referral_id: referralId } } }));
ok(await worker.POST("/v1/referrals/{referral_id}/complete", { ...referral(open), body: { outcome: "completed" } }));
const heard = ok(await police.GET("/v1/referrals/{referral_id}", { params: { path: { referral_id: referralId } } }));
expect("the police read", [heard.status, heard.outcome], ["completed", "completed"]);

const rest = ok(await worker.GET("/v1/worklist", { params: { query: { limit: 200 } } })).items;
expect("nothing of it waits any more", rest.some((task) => task.citizen_id === citizenId), false);
console.log("The whole journey went as expected.");
