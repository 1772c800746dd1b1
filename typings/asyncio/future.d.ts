/** A promise that is settled from outside; the first settlement counts. */
export declare class Future<T = void> {
    #private;
    readonly promise: Promise<T>;
    constructor();
    get done(): boolean;
    set_result(value: T): void;
    set_exception(error: unknown): void;
}
