package launch

// Outcome is what happens to a panic of a launched function that does not
// recover by itself.
type Outcome int

const (
	// EndsProcess: nothing catches the panic.
	EndsProcess Outcome = iota
	// HandedToWait: the launcher catches it and panics again in the goroutine
	// that waits.
	HandedToWait
	// Recovered: the launcher catches it.
	Recovered
)

// Join is how the code that launches learns that the function has ended.
type Join int

const (
	// JoinNone: the launcher offers no way to wait.
	JoinNone Join = iota
	// JoinWait: Wait on the receiver of the launching call.
	JoinWait
	// JoinReturn: the launching call returns only when the function has ended.
	JoinReturn
)

// Trigger is what makes the function run.
type Trigger int

const (
	// TriggerCall: the launching call itself.
	TriggerCall Trigger = iota
	// TriggerTimer: time that passes, once or again and again.
	TriggerTimer
	// TriggerCancel: a context that is cancelled.
	TriggerCancel
	// TriggerRequest: each request that arrives.
	TriggerRequest
	// TriggerCollect: the garbage collector.
	TriggerCollect
)

// Launcher describes a function that runs one of its arguments on another
// goroutine.
type Launcher struct {
	// Name is what a reader calls it: "errgroup.Group.Go".
	Name string
	// Arg is the index of the argument that runs; for a variadic launcher it
	// is the first of them.
	Arg     int
	Outcome Outcome
	Join    Join
	Trigger Trigger
	// Many: the function may run on several goroutines at once.
	Many bool
	// Option is the full name of the function that makes it recover, where it is used.
	Option string
}

// statement is the go statement seen as a launcher.
var statement = Launcher{Name: "go"}

// launchers is keyed by types.Func.FullName without type parameters. Each
// block says where its outcome can be read.
var launchers = map[string]Launcher{
	// sync/waitgroup.go: "The function f must not panic."
	"(*sync.WaitGroup).Go": {Name: "sync.WaitGroup.Go", Join: JoinWait},
	// golang.org/x/sync/errgroup/errgroup.go; see errgroupHandsOver for v0.14
	// and v0.15.
	"(*golang.org/x/sync/errgroup.Group).Go":    {Name: "errgroup.Group.Go", Join: JoinWait},
	"(*golang.org/x/sync/errgroup.Group).TryGo": {Name: "errgroup.Group.TryGo", Join: JoinWait},
	// golang.org/x/sync/singleflight/singleflight.go: doCall panics again on a
	// fresh goroutine "so that the panic cannot be recovered".
	"(*golang.org/x/sync/singleflight.Group).DoChan": {Name: "singleflight.Group.DoChan", Arg: 1},
	// time/sleep.go: "in its own goroutine".
	"time.AfterFunc": {Name: "time.AfterFunc", Arg: 1, Trigger: TriggerTimer},
	// context/context.go: "in its own goroutine".
	"context.AfterFunc": {Name: "context.AfterFunc", Arg: 1, Trigger: TriggerCancel},
	// runtime/mfinal.go, runtime/mcleanup.go: one goroutine of the runtime.
	"runtime.SetFinalizer": {Name: "runtime.SetFinalizer", Arg: 1, Trigger: TriggerCollect},
	"runtime.AddCleanup":   {Name: "runtime.AddCleanup", Arg: 1, Trigger: TriggerCollect},
	// net/http/server.go: (*conn).serve recovers, logs and closes the connection.
	"net/http.HandleFunc":                   {Name: "http.HandleFunc", Arg: 1, Outcome: Recovered, Trigger: TriggerRequest, Many: true},
	"net/http.Handle":                       {Name: "http.Handle", Arg: 1, Outcome: Recovered, Trigger: TriggerRequest, Many: true},
	"(*net/http.ServeMux).HandleFunc":       {Name: "http.ServeMux.HandleFunc", Arg: 1, Outcome: Recovered, Trigger: TriggerRequest, Many: true},
	"(*net/http.ServeMux).Handle":           {Name: "http.ServeMux.Handle", Arg: 1, Outcome: Recovered, Trigger: TriggerRequest, Many: true},
	"(*net/http.Server).RegisterOnShutdown": {Name: "http.Server.RegisterOnShutdown"},
	// github.com/sourcegraph/conc v0.3.0: panics.Catcher, repanicked by Wait.
	"(*github.com/sourcegraph/conc.WaitGroup).Go":              {Name: "conc.WaitGroup.Go", Outcome: HandedToWait, Join: JoinWait},
	"(*github.com/sourcegraph/conc/pool.Pool).Go":              {Name: "pool.Pool.Go", Outcome: HandedToWait, Join: JoinWait},
	"(*github.com/sourcegraph/conc/pool.ErrorPool).Go":         {Name: "pool.ErrorPool.Go", Outcome: HandedToWait, Join: JoinWait},
	"(*github.com/sourcegraph/conc/pool.ContextPool).Go":       {Name: "pool.ContextPool.Go", Outcome: HandedToWait, Join: JoinWait},
	"(*github.com/sourcegraph/conc/pool.ResultPool).Go":        {Name: "pool.ResultPool.Go", Outcome: HandedToWait, Join: JoinWait},
	"(*github.com/sourcegraph/conc/pool.ResultErrorPool).Go":   {Name: "pool.ResultErrorPool.Go", Outcome: HandedToWait, Join: JoinWait},
	"(*github.com/sourcegraph/conc/pool.ResultContextPool).Go": {Name: "pool.ResultContextPool.Go", Outcome: HandedToWait, Join: JoinWait},
	"(*github.com/sourcegraph/conc/stream.Stream).Go":          {Name: "stream.Stream.Go", Outcome: HandedToWait, Join: JoinWait},
	"github.com/sourcegraph/conc/iter.ForEach":                 {Name: "iter.ForEach", Arg: 1, Outcome: HandedToWait, Join: JoinReturn, Many: true},
	"github.com/sourcegraph/conc/iter.ForEachIdx":              {Name: "iter.ForEachIdx", Arg: 1, Outcome: HandedToWait, Join: JoinReturn, Many: true},
	"github.com/sourcegraph/conc/iter.Map":                     {Name: "iter.Map", Arg: 1, Outcome: HandedToWait, Join: JoinReturn, Many: true},
	"github.com/sourcegraph/conc/iter.MapErr":                  {Name: "iter.MapErr", Arg: 1, Outcome: HandedToWait, Join: JoinReturn, Many: true},
	// github.com/panjf2000/ants/v2 v2.11.3 worker.go: recovers and logs, or
	// calls PanicHandler.
	"github.com/panjf2000/ants/v2.Submit":               {Name: "ants.Submit", Outcome: Recovered},
	"(*github.com/panjf2000/ants/v2.Pool).Submit":       {Name: "ants.Pool.Submit", Outcome: Recovered},
	"(*github.com/panjf2000/ants/v2.MultiPool).Submit":  {Name: "ants.MultiPool.Submit", Outcome: Recovered},
	"github.com/panjf2000/ants/v2.NewPoolWithFunc":      {Name: "ants.NewPoolWithFunc", Arg: 1, Outcome: Recovered, Many: true},
	"github.com/panjf2000/ants/v2.NewMultiPoolWithFunc": {Name: "ants.NewMultiPoolWithFunc", Arg: 2, Outcome: Recovered, Many: true},
	// github.com/alitto/pond/v2 v2.5.0 task.go: the panic becomes the task's error.
	"(github.com/alitto/pond/v2.Pool).Go":     {Name: "pond.Pool.Go", Outcome: Recovered},
	"(github.com/alitto/pond/v2.Pool).Submit": {Name: "pond.Pool.Submit", Outcome: Recovered},
	// github.com/bytedance/gopkg v0.1.3 util/gopool/worker.go: recovers and logs.
	"github.com/bytedance/gopkg/util/gopool.Go":    {Name: "gopool.Go", Outcome: Recovered},
	"github.com/bytedance/gopkg/util/gopool.CtxGo": {Name: "gopool.CtxGo", Arg: 1, Outcome: Recovered},
	// github.com/gammazero/workerpool v1.1.3: no recover.
	"(*github.com/gammazero/workerpool.WorkerPool).Submit": {Name: "workerpool.WorkerPool.Submit"},
	// github.com/oklog/run v1.1.0 group.go: no recover.
	"(*github.com/oklog/run.Group).Add": {Name: "run.Group.Add"},
	// gopkg.in/tomb.v1 has no Go; gopkg.in/tomb.v2 tomb.go: no recover.
	"(*gopkg.in/tomb.v2.Tomb).Go": {Name: "tomb.Tomb.Go", Join: JoinWait},
	// github.com/robfig/cron/v3: recovers only with cron.WithChain(cron.Recover(...)),
	// v1 always did.
	"(*github.com/robfig/cron/v3.Cron).AddFunc": {Name: "cron.Cron.AddFunc", Arg: 1, Trigger: TriggerTimer, Option: "github.com/robfig/cron/v3.Recover"},
	"(*github.com/robfig/cron.Cron).AddFunc":    {Name: "cron.Cron.AddFunc", Arg: 1, Outcome: Recovered, Trigger: TriggerTimer},
	// k8s.io/apimachinery/pkg/util/wait/wait.go: no recover in Start.
	"(*k8s.io/apimachinery/pkg/util/wait.Group).Start":            {Name: "wait.Group.Start", Join: JoinWait},
	"(*k8s.io/apimachinery/pkg/util/wait.Group).StartWithChannel": {Name: "wait.Group.StartWithChannel", Arg: 1, Join: JoinWait},
	"(*k8s.io/apimachinery/pkg/util/wait.Group).StartWithContext": {Name: "wait.Group.StartWithContext", Arg: 1, Join: JoinWait},
	// github.com/zeromicro/go-zero/core/threading/routines.go: rescue.Recover.
	"github.com/zeromicro/go-zero/core/threading.GoSafe": {Name: "threading.GoSafe", Outcome: Recovered},
}
