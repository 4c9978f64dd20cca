package packageslice

var hooks []func()

// OnExit adds a hook.
func OnExit(hook func()) {
	hooks = append(hooks, hook)
}

// Hooks tells how many there are.
func Hooks() int {
	return len(hooks)
}
