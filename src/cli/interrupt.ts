/** A signal that the first Ctrl-C or SIGTERM aborts, so that what was found is still printed; a second one exits at once. */
export function interruptSignal(): AbortSignal {
	const controller = new AbortController();
	const onSignal = () => {
		if (controller.signal.aborted) process.exit(130);
		controller.abort();
	};
	process.on("SIGINT", onSignal);
	process.on("SIGTERM", onSignal);
	return controller.signal;
}
