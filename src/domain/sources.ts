/** The source files a stage may look at, read beforehand; so that the stage stays pure. */
export interface Sources {
	/** The lines of a file named as a frame or diagnostic names it, or null where it is not at hand. */
	lines(file: string): readonly string[] | null;
	/** The other Go files of the same folder, as `lines` takes them; absent where folders are not at hand. */
	neighbours?(file: string): readonly string[];
}
