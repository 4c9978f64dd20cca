package recovery

import (
	"go/ast"
	"go/types"
	"regexp"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/scope"
)

// harmlessValue: a function value that cannot reasonably panic, by its type.
func harmlessValue(t types.Type) bool {
	if t == nil {
		return false
	}
	switch t.String() {
	case "context.CancelFunc", "context.CancelCauseFunc":
		return true
	}
	return false
}

// ownImplementations are packages whose interfaces are implemented by the
// standard library itself, or so simply that calling them is not a risk.
var ownImplementations = map[string]bool{
	"context": true, "net": true, "io": true, "os": true, "hash": true, "sync": true, "io/fs": true,
}

// logging matches loggers and metrics: packages that run no code of the user.
var logging = regexp.MustCompile(`(^|/)(zap|logrus|zerolog|klog|hclog|go-hclog|logr|glog|log|slog|logging|logger|logutil|zapcore|prometheus|metrics|statsd|otel|trace)(/|$|\.v\d|@)`)

// loggers are packages of which every call is harmless, fluent ones too.
var loggers = regexp.MustCompile(`^(go\.uber\.org/zap|github\.com/sirupsen/logrus|github\.com/rs/zerolog|k8s\.io/klog|github\.com/hashicorp/go-hclog|github\.com/go-logr/logr|github\.com/apex/log)(/|$)`)

// logMethod matches the names of their methods.
var logMethod = regexp.MustCompile(`^(Trace|Debug|Info|Notice|Warn|Warning|Error|Print|Log|Msg|Inc|Dec|Add|Observe|Set)(f|w|ln|Context|Depth|S|KV)?$`)

// Harmless tells whether a call of fn cannot reasonably panic, as far as is known of it.
func (r *Info) Harmless(fn *types.Func) bool {
	return r.Of(fn).Harmless || r.decls[fn.Origin()] == nil && harmlessElsewhere(fn)
}

// harmlessElsewhere judges a function or interface method of another package,
// whose source is not looked at.
func harmlessElsewhere(fn *types.Func) bool {
	if fn.Pkg() == nil { // error.Error
		return true
	}
	path := fn.Pkg().Path()
	if logs(fn) {
		return true
	}
	if joins.MatchString(path) && !launch.HandsOver(fn) {
		return true
	}
	if !scope.Standard(path) {
		return false
	}
	if isMethodOfInterface(fn) {
		return ownImplementations[path]
	}
	return harmlessStandard(path, fn.Name())
}

// logs: a function of another package that logs or counts something.
func logs(fn *types.Func) bool {
	path := fn.Pkg().Path()
	return loggers.MatchString(path) && !fatalName.MatchString(fn.Name()) ||
		logMethod.MatchString(fn.Name()) && (logging.MatchString(path) || isLogger(fn))
}

// logPackage matches packages that do nothing but log.
var logPackage = regexp.MustCompile(`(^|/)([a-z]?log|logs|logger|logging|logutils?|logx)$`)

// Logs tells whether the package with this path does nothing but log.
func Logs(path string) bool { return logPackage.MatchString(path) }

// IsLog tells whether call only logs or counts something.
func (r *Info) IsLog(call *ast.CallExpr) bool {
	switch callee := typeutil.Callee(r.types, call).(type) {
	case *types.Func:
		return callee.Pkg() != nil && r.Decl(callee) == nil && (logs(callee) || Logs(callee.Pkg().Path()) && !fatalName.MatchString(callee.Name()))
	case *types.Var: // log.L(ctx), where that is a variable
		return callee.Pkg() != nil && callee.Parent() == callee.Pkg().Scope() && Logs(callee.Pkg().Path())
	}
	return false
}

// joins are packages that only wait, count and limit. What they are given to run
// is looked at where they are called.
var joins = regexp.MustCompile(`^golang\.org/x/(sync/(errgroup|semaphore)|time/rate)$`)

// IsLogger: a method of a type that is named for logging.
func isLogger(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil {
		return false
	}
	return strings.Contains(strings.ToLower(types.TypeString(recv.Type(), func(*types.Package) string { return "" })), "log")
}

// harmlessStandard: functions of the standard library do not panic unless they
// say so by name or work on values of any type. What they are given to run is
// looked at where they are called.
func harmlessStandard(path, name string) bool {
	return path != "reflect" && path != "plugin" && path != "unsafe" && !strings.HasPrefix(name, "Must") && !strings.HasPrefix(name, "Panic")
}

func isMethodOfInterface(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	return recv != nil && types.IsInterface(recv.Type())
}
