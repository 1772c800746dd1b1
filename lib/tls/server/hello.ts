/**
 * START: what a server does with a ClientHello before the versions part: show it to who wants to see it, choose a
 * version, and ask about the name.
 */
import type { Message13 } from '../../wire/handshake.ts';
import { fault } from '../faults.ts';
import { Transcript } from '../keys/transcript.ts';
import type { HelloAnswer, Settings } from '../settings.ts';
import { type Effects, expecting, type State } from '../state.ts';
import { chooseVersion, requestedName } from './choose.ts';
import { checkHello12 } from './choose12.ts';
import { acceptHello12 } from './flight12.ts';
import { acceptHello13, checkHello13 } from './flight13.ts';

/** START: waits for a ClientHello. */
export function startServer(settings: Settings): State {
  return expecting('START', ['client_hello'], (message, effects) => {
    if (settings.versions.length === 0) throw fault('noVersionsEnabled');
    return receiveHello(settings, message, effects);
  });
}

function receiveHello(begun: Settings, message: Message13<'client_hello'>, effects: Effects): State {
  const hello = message.body;
  const shown = begun.answerHello?.({ hello, bytes: message.bytes, serverName: requestedName(hello) });
  const asked = settle(begun, shown, effects);
  const version = chooseVersion(hello, asked);
  if (version === 'TLSv1.3') checkHello13(hello);
  else checkHello12(hello);
  const serverName = requestedName(hello);
  effects.report({ offeredSuites: hello.cipherSuites, ...(serverName !== undefined && { serverName }) });
  const settings = settle(asked, asked.answerName?.(serverName), effects);
  return version === 'TLSv1.3'
    ? acceptHello13({ settings, transcript: new Transcript() }, message, effects)
    : acceptHello12(settings, message, effects);
}

/** What is gone by from here on. Each is asked once a connection: a second hello says the same (RFC 8446 section 4.1.2). */
function settle(settings: Settings, answer: HelloAnswer | undefined, effects: Effects): Settings {
  if (answer === undefined) return settings;
  if (answer.kind === 'accepted') return { ...settings, ...answer.changes };
  effects.alert(answer.alert);
  throw fault('helloRefused');
}
