/**
 * Nameprep (RFC 3491) as Python's `idna` codec has it: map, normalize, prohibit, check direction. Unassigned characters
 * are allowed (RFC 3454 section 7: a name that is looked up is a query).
 *
 * Normalization is that of Unicode 3.2. An engine knows a later one, which differs in characters that did not exist
 * (they go around it) and in five ideographs whose mappings were corrected. The mapping for case (table B.2) is the
 * engine's, with what it leaves to locale and context put in place.
 */
import { isLeftToRight, isProhibited, isRightToLeft, isUnassigned } from './nameprep-tables.ts';
import { repr } from './repr.ts';

/** What is wrong with a label, and from which character to which. */
export interface LabelFault {
  readonly from: number;
  /** The first one behind. */
  readonly to: number;
  readonly reason: string;
}

/** The label's characters as they are to be compared. */
export function nameprep(label: readonly string[]): readonly string[] | LabelFault {
  const mapped = label.filter((char) => !MAPPED_TO_NOTHING.test(char)).map(fold);
  const prepared = Array.from(normalize(mapped.join('')));
  return prohibitedIn(prepared) ?? misdirectedIn(prepared) ?? prepared;
}

/** RFC 3454 table B.1. */
const MAPPED_TO_NOTHING =
  /^(?:\u00ad|\u034f|\u1806|[\u180b-\u180d]|[\u200b-\u200d]|\u2060|[\ufe00-\ufe0f]|\ufeff)$/;

/** RFC 3454 table B.2: folded, and folded again where normalization brings new capitals to light. */
function fold(char: string): string {
  const folded = lower(char);
  const normal = normalize(folded);
  const again = normalize(Array.from(normal, lower).join(''));
  return again === normal ? folded : again;
}

/** One character at a time, so that no final sigma comes of it; sharp s and iota subscript become letters. */
function lower(char: string): string {
  const small = char.toLowerCase().replace('\u00df', 'ss').replace('\u03c2', '\u03c3');
  const parts = small.normalize('NFD');
  return parts.includes('\u0345') ? parts.replace('\u0345', '\u03b9').normalize('NFC') : small;
}

/** NFKC of Unicode 3.2, as Python has it: what it did not know stays as it is, and stands between the others. */
function normalize(text: string): string {
  let done = '';
  let piece = '';
  for (const char of text) {
    if (char.normalize('NFKC') !== char && isUnassigned(char)) {
      done += piece.normalize('NFKC') + char;
      piece = '';
    } else {
      piece += CORRECTED[char] ?? char;
    }
  }
  return done + piece.normalize('NFKC');
}

/** Unicode's Corrigendum 4, undone. */
const CORRECTED: Readonly<Record<string, string>> = {
  '\u{2f868}': '\u{2136a}',
  '\u{2f874}': '\u5f33',
  '\u{2f91f}': '\u43ab',
  '\u{2f95f}': '\u7aae',
  '\u{2f9bf}': '\u4d57',
};

function prohibitedIn(label: readonly string[]): LabelFault | undefined {
  const at = label.findIndex(isProhibited);
  return at === -1 ? undefined : { from: at, to: at + 1, reason: `Invalid character ${repr(label[at])}` };
}

/** RFC 3454 section 6; its first requirement is among the prohibitions. */
function misdirectedIn(label: readonly string[]): LabelFault | undefined {
  if (!label.some(isRightToLeft)) return undefined;
  const violation = (at: number, requirement: number) => ({
    from: at,
    to: at + 1,
    reason: `Violation of BIDI requirement ${requirement}`,
  });
  const foreign = label.findIndex(isLeftToRight);
  if (foreign !== -1) return violation(foreign, 2);
  if (!isRightToLeft(label[0])) return violation(0, 3);
  const last = label.length - 1;
  return isRightToLeft(label[last]) ? undefined : violation(last, 3);
}
