/**
 * Domains under which anybody can have a name (`com`, `co.uk`, `s3.amazonaws.com`), told by rules as
 * publicsuffix.org writes them: a domain, `*.` and a domain for all right below it, `!` and a domain for what is
 * none in spite of that. Only whoever registers names knows these, and the list changes every week, so it comes from
 * the caller. A top-level domain that no rule names is one, too.
 *
 * Rules are in ASCII (A-labels).
 */
export declare function publicSuffixes(rules: Iterable<string>): (domain: string) => boolean;
/** The rules in the text of the list: a line each, up to the first white space, without comments. */
export declare function suffixRules(list: string): string[];
