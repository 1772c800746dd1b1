export interface ReceivedAlert {
    /** `goodbye`: nothing more comes, in good order. `fatal`: the connection is over. */
    readonly meaning: 'goodbye' | 'fatal' | 'nothing';
    readonly description: number;
    /** Whether it is one of those that may not come without end. */
    readonly isWarning: boolean;
}
/** Reads one alert record; `is13` once that version is settled: then levels no longer count (section 6). */
export declare function readAlert(fragment: Uint8Array, is13: boolean): ReceivedAlert;
