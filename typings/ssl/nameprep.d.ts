/** What is wrong with a label, and from which character to which. */
export interface LabelFault {
    readonly from: number;
    /** The first one behind. */
    readonly to: number;
    readonly reason: string;
}
/** The label's characters as they are to be compared. */
export declare function nameprep(label: readonly string[]): readonly string[] | LabelFault;
