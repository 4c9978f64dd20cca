package callback

import (
	"regexp"
	"slices"
)

// plugin matches names that leave no doubt: a handler or a listener may as well be
// one part of a program that is told of something by another. An interface that is called
// a plugin may be the program's own way to another process; a function is none.
var (
	plugin         = regexp.MustCompile(`(?i)hook|middleware|^jobs?(func)?$|\.jobs?$`)
	pluginFunction = regexp.MustCompile(`(?i)plugin|extension`)
)

// says tells whether one of names matches, and is not of what is given to a plugin.
func says(names []string, pattern *regexp.Regexp) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		return pattern.MatchString(webhook.ReplaceAllString(name, "")) && !surroundings.MatchString(name)
	})
}

// webhook matches what is called a hook and runs nobody's code here.
var webhook = regexp.MustCompile(`(?i)webhooks?`)

// surroundings matches what is given to a plugin and not written by it: PluginContext, or
// the stream of an RPC.
var surroundings = regexp.MustCompile(`(?i)(ctx|context|config|options?)$|_\w+(Server|Client)$`)

// extension matches the names of what others plug in. A dialer, a clock or a
// filter is handed in too, but is as much part of the code as a method: without
// the names nine of ten findings in real code were such.
var extension = regexp.MustCompile(`(?i)hook|handler|callback|plugin|listener|subscriber|^jobs?(func)?$|^tasks?(func)?$|\.(jobs?|tasks?)$|middleware|extension`)

// acceptor matches methods of listeners that wait for connections or messages, or
// end that, and are not told of events.
var acceptor = regexp.MustCompile(`^(Accept|Addr|Close|Connect|Listen|Next|Ping|Read|Receive|Shutdown|Stop|Unlisten|Wait)`)

// observer matches what only logs or counts.
var observer = regexp.MustCompile(`(?i)logg|^log|metric`)

// hook matches the plainest name of an exported type that others plug in.
var hook = regexp.MustCompile(`^[A-Z].*Hook`)

// accessor matches methods that set something up or tell something, and run no
// event: SetStreamHandler, metricsHandler.WithTags, client.Jobs.
var accessor = regexp.MustCompile(`^(Add|Clear|Disable|Enable|Get|Has|ID|Is|Len|Name|New|Register|Remove|Set|String|Unregister|Unsubscribe|With)([A-Z]|$)|^(Handler|Hook|Job|Listener|Plugin|Task)s?$`)

// told matches the names of function values that are told of something: onError.
var told = regexp.MustCompile(`^[oO]n[A-Z]`)

// receiver matches what takes events that others may send anywhere, and event the
// methods that do; the others are as much part of the code as those of a file.
var (
	receiver = regexp.MustCompile(`(?i)(sink|sender|notifier)s?$`)
	event    = regexp.MustCompile(`^(Apply|Call|Consume|Deliver|Do|Emit|Execute|Fire|Handle|Invoke|Notify|On|Process|Publish|Run|Send|Serve)([A-Z]|$)`)
)

// observes tells whether what is called so only logs or counts.
func observes(name string) bool { return observer.MatchString(name) && !hook.MatchString(name) }

// testHook matches what may be there for the tests of the package, testHooks what surely is.
var (
	testHook  = regexp.MustCompile(`Hook$|^testHook`)
	testHooks = regexp.MustCompile(`(?i)test(ing)?hooks?$`)
)

// setting matches the types of functions that only set something up.
var setting = regexp.MustCompile(`(?i)opt(ion)?s?$`)
