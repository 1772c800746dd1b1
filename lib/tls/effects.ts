/** What states can do to the world (`state.ts`), done to the parts of one connection. */
import { type AlertName, alertNumbers } from '../wire/alert.ts';
import { encodeMessage13 } from '../wire/handshake.ts';
import { encodeMessage12 } from '../wire/handshake12.ts';
import { fault } from './faults.ts';
import type { Outbound } from './outbound.ts';
import type { Joiner } from './record/joiner.ts';
import { PlainWriteHalf } from './record/plain.ts';
import type { RecordPull } from './record/pull.ts';
import type { Negotiated, Settings } from './settings.ts';
import type { Effects } from './state.ts';

export interface ConnectionParts {
  readonly settings: Settings;
  readonly pull: RecordPull;
  readonly joiner: Joiner;
  readonly outbound: Outbound;
  readonly negotiated: Negotiated;
  readonly keep: Effects['keep'];
}

export function effectsOn(parts: ConnectionParts): Effects {
  const { settings, pull, joiner, outbound, negotiated, keep } = parts;
  return {
    send: (type, body) => {
      const bytes = encodeMessage13(type, body);
      outbound.message(bytes);
      return bytes;
    },
    send12: (type, body) => {
      const bytes = encodeMessage12(type, body);
      outbound.message(bytes);
      return bytes;
    },
    sendEncoded: (bytes) => outbound.message(bytes),
    flush: () => outbound.flush(),
    recordVersion: (version) => outbound.use(new PlainWriteHalf(version)),
    changeCipherSpec: () => outbound.changeCipherSpec(),
    readKeys: (half) => {
      if (joiner.waiting) throw fault('notOnRecordBoundary');
      pull.half = half;
    },
    writeKeys: (half, options) => {
      if (options?.changeCipherSpec) outbound.useLater(half);
      else outbound.use(half);
    },
    tolerate: (...types) => {
      pull.tolerated.clear();
      for (const type of types) pull.tolerated.add(type);
    },
    skipEarlyData: (bytes) => {
      pull.skippable = bytes;
    },
    alert: (description) => {
      const name = alertNames.find((each) => alertNumbers[each] === description);
      if (name !== undefined) outbound.fatal(name);
    },
    report: (facts) => {
      Object.assign(negotiated, facts);
    },
    logSecret: (label, clientRandom, secret) => settings.observer?.secret?.(label, clientRandom, secret),
    keep,
  };
}

const alertNames = Object.keys(alertNumbers) as AlertName[];
