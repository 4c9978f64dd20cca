package recovery

// elsewhere holds facts about well-known dependencies, whose source is not
// read: launch.FullName → what their source says.
var elsewhere = map[string]Fact{
	// k8s.io/apimachinery/pkg/util/runtime/runtime.go: logs, then panics again
	// unless ReallyCrash is false.
	"k8s.io/apimachinery/pkg/util/runtime.HandleCrash":            {Rethrows: true},
	"k8s.io/apimachinery/pkg/util/runtime.HandleCrashWithContext": {Rethrows: true},
	"k8s.io/apimachinery/pkg/util/runtime.HandleCrashWithLogger":  {Rethrows: true},
	// github.com/getsentry/sentry-go: recovers and reports.
	"github.com/getsentry/sentry-go.Recover":            {Helper: true},
	"github.com/getsentry/sentry-go.RecoverWithContext": {Helper: true},
	// github.com/sourcegraph/conc/panics: Try returns the panic.
	"github.com/sourcegraph/conc/panics.Try":            {Contains: []int{0}},
	"(*github.com/sourcegraph/conc/panics.Catcher).Try": {Contains: []int{0}},
	// github.com/zeromicro/go-zero/core: rescue.Recover logs; threading runs under it.
	"github.com/zeromicro/go-zero/core/rescue.Recover":    {Helper: true},
	"github.com/zeromicro/go-zero/core/threading.RunSafe": {Contains: []int{0}},
	"github.com/zeromicro/go-zero/core/threading.GoSafe":  {Contains: []int{0}, Launches: true},
}
