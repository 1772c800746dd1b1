/** Differences between the two transcripts that are meant, and how to say so; each with its reason. */

/** A difference that is meant, and why. */
export interface Known {
  readonly pattern: RegExp;
  /** How far the two numbers that the pattern captures may be apart. */
  readonly within?: number;
  readonly reason: string;
}

/** Flights that are carried over, of these lengths here and of those there; regular expressions. */
export function lengths(from: 'c' | 's', pairs: Readonly<Record<string, string>>, reason: string): Known {
  const either = Object.entries(pairs).map(([ours, theirs]) => `(?:${ours})\\n +CPython (?:${theirs})`);
  return {
    pattern: new RegExp(`^\\["move(?: record)?","${from}-out",.*\\n +pyssl +(?:${either.join('|')})$`),
    reason,
  };
}

const MOVED = '\\n +pyssl +([1-9]\\d*)\\n +CPython ([1-9]\\d*)$';

/** By how much whole flights differ wherever there is a signature in them. */
export const SIGNATURES: readonly Known[] = [
  {
    pattern: new RegExp(`^\\["move(?: record)?","c-out",.*${MOVED}`),
    within: 3,
    reason: 'an ECDSA signature is a byte or two longer or shorter',
  },
  {
    pattern: new RegExp(`^\\["move(?: record)?","s-out",.*${MOVED}`),
    within: 7,
    reason:
      "the same; and OpenSSL's certificate request names two schemes of SHA-224 in TLS 1.3, which has none",
  },
];

/** What a server puts into its tickets is its own affair (RFC 5077 section 4, RFC 8446 section 4.6.1). */
export const TICKETS: readonly Known[] = [
  lengths(
    's',
    {
      '322': '510|542',
      '304': '510',
      '161': '255',
      '145|136': '239',
      '2152': '1502|1534',
      '1076': '751',
    },
    'tickets of TLS 1.3',
  ),
  lengths(
    's',
    {
      '181': '242|258',
      '173': '234|250',
      '172': '242',
      '164': '234|250|490',
      '209': '270',
      '237': '298',
      '1096': '738|754',
    },
    'tickets of TLS 1.2',
  ),
  lengths('c', { '517': '55\\d|560', '1381': '1056' }, 'hellos with tickets in them'),
];

/** A client that refuses its server in TLS 1.3 says so under its handshake keys; OpenSSL in the clear. */
export const PROTECTED_ALERTS: Known = lengths(
  'c',
  { '30': '7|13' },
  'an alert that is protected here and not there',
);
