/**
 * START: what a server does with a ClientHello before the versions part: show it to who wants to see it, choose a
 * version, and ask about the name.
 */
import { alertNumbers } from '../../wire/alert.ts';
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
  if (settings.versions.length === 0) throw fault('noVersionsEnabled');
  return expecting(
    'START',
    ['client_hello'],
    (message, effects) => receiveHello(settings, message, effects),
    { under: startServer },
  );
}

function receiveHello(begun: Settings, message: Message13<'client_hello'>, effects: Effects): State {
  const hello = message.body;
  const shown = begun.answerHello?.({ hello, bytes: message.bytes, serverName: requestedName(hello) });
  const asked = settle(begun, shown, effects);
  const version = chooseVersion(hello, asked);
  if (version === 'TLSv1.3') checkHello13(hello);
  else checkHello12(hello);
  const serverName = requestedName(hello);
  effects.report({
    version,
    offeredSuites: hello.cipherSuites,
    ...(serverName !== undefined && { serverName }),
  });
  const answer = asked.answerName?.(serverName);
  return version === 'TLSv1.3'
    ? acceptHello13(
        { settings: named13(asked, answer, effects), transcript: new Transcript() },
        message,
        effects,
      )
    : acceptHello12(settle(asked, answer && inWordsOf12(answer), effects), message, effects);
}

/** What is gone by from here on. Each is asked once a connection: a second hello says the same (RFC 8446 section 4.1.2). */
function settle(settings: Settings, answer: HelloAnswer | undefined, effects: Effects): Settings {
  if (answer === undefined) return settings;
  if (answer.kind === 'accepted') return answer.settings ?? settings;
  effects.alert(answer.alert);
  throw fault('helloRefused');
}

/** The suite, the group and the shared key of TLS 1.3 are not the name's to choose, as OpenSSL has it. */
function named13(asked: Settings, answer: HelloAnswer | undefined, effects: Effects): Settings {
  const settled = settle(asked, answer, effects);
  if (settled === asked) return asked;
  const { pskServer: _, groupTiers: __, ...settings } = settled;
  const { suites, groups, groupTiers, pskServer } = asked;
  return {
    ...settings,
    suites,
    groups,
    ...(groupTiers !== undefined && { groupTiers }),
    ...(pskServer !== undefined && { pskServer }),
  };
}

/** An alert that only TLS 1.3 has (RFC 8446 section 6.2) is in TLS 1.2 the one that says least. */
function inWordsOf12(answer: HelloAnswer): HelloAnswer {
  if (answer.kind === 'accepted') return answer;
  const isNew =
    answer.alert === alertNumbers.missing_extension || answer.alert === alertNumbers.certificate_required;
  return isNew ? { kind: 'refused', alert: alertNumbers.handshake_failure } : answer;
}
