/** What a peer's alert means, RFC 8446 section 6, with OpenSSL's rules for what it leaves open. */
import { alertLevels, alertNumbers } from '../wire/alert.ts';
import { fault } from './faults.ts';

export interface ReceivedAlert {
  /** `goodbye`: nothing more comes, in good order. `fatal`: the connection is over. */
  readonly meaning: 'goodbye' | 'fatal' | 'nothing';
  readonly description: number;
  /** Whether it is one of those that may not come without end. */
  readonly isWarning: boolean;
}

/** Reads one alert record; `is13` once that version is settled: then levels no longer count (section 6). */
export function readAlert(fragment: Uint8Array, is13: boolean): ReceivedAlert {
  if (fragment.length !== 2) throw fault('malformedAlert');
  const [level, description] = fragment;
  const isWarning = level === alertLevels.warning;
  if (description === alertNumbers.close_notify && (is13 || isWarning)) {
    return { meaning: 'goodbye', description, isWarning };
  }
  // Section 6.1: says that a close_notify will follow.
  if (is13 && description === alertNumbers.user_canceled)
    return { meaning: 'nothing', description, isWarning: true };
  if (is13 || level === alertLevels.fatal) return { meaning: 'fatal', description, isWarning };
  if (!isWarning) throw fault('unknownAlertLevel');
  if (description === alertNumbers.no_renegotiation) throw fault('noRenegotiation');
  return { meaning: 'nothing', description, isWarning };
}
