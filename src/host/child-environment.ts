/**
 * The names a child process may inherit: what the go command, the C compiler, git and temporary files need.
 * An allow-list, because a pull request's tests are a stranger's code: no token, no INPUT_*, no ACTIONS_*.
 * The GO* names are those of `go help environment`; a pattern such as GO* would let GOOGLE_APPLICATION_CREDENTIALS through.
 */
const inheritedNames = new Set([
	..."PATH HOME USER LOGNAME SHELL LANG LC_ALL LC_CTYPE TZ TERM TMPDIR TMP TEMP CI".split(" "),
	..."SYSTEMROOT SYSTEMDRIVE WINDIR COMSPEC PATHEXT USERPROFILE APPDATA LOCALAPPDATA PROGRAMDATA".split(" "),
	..."XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME".split(" "),
	..."HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy SSL_CERT_FILE SSL_CERT_DIR".split(" "),
	..."GO111MODULE GOARCH GOAUTH GOBIN GOCACHE GOCACHEPROG GOCOVERDIR GODEBUG GOENV GOEXE GOEXPERIMENT".split(
		" ",
	),
	..."GOFIPS140 GOFLAGS GOHOSTARCH GOHOSTOS GOINSECURE GOMODCACHE GONOPROXY GONOSUMDB GOOS GOPATH".split(" "),
	..."GOPRIVATE GOPROXY GORACE GOROOT GOSUMDB GOTELEMETRYDIR GOTMPDIR GOTOOLCHAIN GOVCS GOWORK".split(" "),
	..."GO386 GOAMD64 GOARM GOARM64 GOMIPS GOMIPS64 GOPPC64 GORISCV64 GOWASM GOMAXPROCS GOMEMLIMIT GOGC".split(
		" ",
	),
	..."AR CC CXX FC CGO_ENABLED CGO_CFLAGS CGO_CPPFLAGS CGO_CXXFLAGS CGO_FFLAGS CGO_LDFLAGS".split(" "),
	..."CGO_CFLAGS_ALLOW CGO_LDFLAGS_ALLOW PKG_CONFIG PKG_CONFIG_PATH".split(" "),
]);

/** The environment of a child: allow-listed names, those the user asked to pass, then `added`. */
export function childEnvironment(
	own: Readonly<Record<string, string | undefined>>,
	passed: readonly string[],
	added: Readonly<Record<string, string>> = {},
): Record<string, string> {
	const environment: Record<string, string> = {};
	for (const [name, value] of Object.entries(own)) {
		const inherited =
			inheritedNames.has(name) || inheritedNames.has(name.toUpperCase()) || passed.includes(name);
		if (value !== undefined && inherited) environment[name] = value;
	}
	return { ...environment, ...added };
}
