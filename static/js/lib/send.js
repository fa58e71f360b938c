// Asking the server: one way to send, with the form's token, and a sign-in over the page when the stories were locked.
import { askToSignIn } from "./sign-in.js"

/** The server could not be reached. Nothing was changed as far as we know: send the same again, with the same key. */
export class Unreachable extends Error {}

const onThisPage = new AbortController()

const tokenHolder = () => document.querySelector('meta[name="csrf"]')

/** Take a newer form token, from an answer of the server. */
export function takeToken(token) {
  if (token) tokenHolder().content = token
}

/**
 * Send `body` (a value, sent as JSON) and give back {ok, status, answer}: answer is the JSON reply, or the text of another reply.
 * A refused token is renewed and tried once more. A locked server is opened again by its owner, over the page, and then asked
 * once more: the words on the page stay where they are. Throws Unreachable when there is no connection.
 */
export async function send(url, { method = "POST", body, headers = {}, signal, keepalive = false } = {}) {
  const ask = () => request(url, { method, body, headers, signal, keepalive })
  let reply = await ask()
  if (reply.status === 400 && reply.answer?.token) {
    takeToken(reply.answer.token)
    reply = await ask()
  }
  if (reply.status === 401 && !keepalive) {
    await askToSignIn()
    reply = await ask()
  }
  return reply
}

/**
 * As `send`, for an answer that only this page would show. It never comes once the page is leaving: what it asks about, a panel or
 * somebody in the story, may go with it.
 */
export async function look(url, { signal, ...how }) {
  const { signal: here } = onThisPage
  if (here.aborted) return new Promise(() => {})
  try {
    return await send(url, { ...how, signal: signal ? AbortSignal.any([signal, here]) : here })
  } catch (fault) {
    if (here.aborted) return new Promise(() => {})
    throw fault
  }
}

/** The page is leaving: nobody waits for its answers any more, nor asks. (Where a form only brings a file, nothing is looked at so.) */
export const lookAway = () => onThisPage.abort()

/** As `send`, once, whatever comes back. */
export async function request(url, { method, body, headers = {}, signal, keepalive = false }) {
  const sent = { Accept: "application/json", "X-CSRFToken": tokenHolder().content, ...headers }
  if (body !== undefined && !(body instanceof FormData)) {
    sent["Content-Type"] ??= "application/json"
    if (typeof body !== "string") body = JSON.stringify(body)
  }
  let response
  try {
    response = await fetch(url, { method, headers: sent, body, signal, keepalive, redirect: "error", cache: "no-store" })
  } catch (fault) {
    if (fault.name === "AbortError") throw fault
    throw new Unreachable()
  }
  const isJson = (response.headers.get("Content-Type") ?? "").includes("json")
  return { ok: response.ok, status: response.status, headers: response.headers, answer: isJson ? await response.json() : await response.text() }
}
