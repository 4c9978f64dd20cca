import type { MessageCode } from "./en-messages.ts";
import { vietnameseErrors } from "./vi-errors.ts";

/** Every message of ours and of the lint in Vietnamese; a message without its words here does not compile. */
export const vietnameseMessages = {
	"shared-returned": "{subject} ({type}) được trả về trong khi {who} vẫn có thể đang ghi vào nó",
	"shared-handler": "các request chạy cùng lúc đều {use} {subject} ({type}) mà không có khóa chung",
	"shared-goroutines":
		"các goroutine được khởi động ở {place} đều {use} {subject} ({type}) mà không có khóa chung",
	"shared-loop":
		"mỗi goroutine mà vòng lặp khởi động ở {place} đều {use} {subject} ({type}), và không có khóa chung",
	"shared-function":
		"{function} {use} {subject} ({type}), còn {who} {otherUse} nó, mà hai bên không có khóa chung",
	"shared-two": "{who} {otherUse} {subject} ({type}), còn {other} {use} nó, mà hai bên không có khóa chung",
	"shared-calls":
		"goroutine được khởi động ở {place} {use} {subject} ({type}) mà không giữ khóa: hai lần gọi {function} khởi động hai goroutine như thế cùng lúc",
	"shared-command":
		"chỗ này {use} {subject} ({type}) trong khi {who} vẫn có thể đang ghi vào nó: Wait chưa trả về",
	"shared-streams":
		"{subject} ({type}) nhận cả hai luồng xuất của lệnh được chạy ở {place}, mà os/exec sao chép bằng hai goroutine không có khóa chung",
	"shared-here": "chỗ này {use} {subject} ({type}), còn {who} {otherUse} nó, mà hai bên không có khóa chung",
	"shared-queued":
		"các hàm được giao ở {place} cho nhiều goroutine lấy ra chạy đều {use} {subject} ({type}) mà không có khóa chung",
	"shared-unguarded":
		"{function} {use} {subject} ({type}) mà không giữ {lock}, trong khi {other} giữ khóa này khi {otherUse} nó",
	"shared-exported":
		"{function} {use} biến cấp package {subject} ({type}) mà không giữ khóa: hai goroutine cùng gọi hàm này sẽ làm thế cùng lúc",
	"shared-pooled":
		"các byte của {subject} ({type}) được trả về, nhưng nó đã được trả lại cho sync.Pool ở {place}: ai lấy nó ra tiếp theo sẽ ghi đè lên chúng",
	"shared-polled-by":
		"{function} đọc {subject} ({type}) trong khi đoạn mã nhận nó ở dòng {line} có thể đang ghi vào nó, mà không có khóa chung",
	"shared-polled-in-loop":
		"một vòng lặp có Sleep đọc {subject} ({type}) trong khi đoạn mã nhận nó ở dòng {line} có thể đang ghi vào nó, mà không có khóa chung",
	"variable-loop":
		"mỗi goroutine mà vòng lặp khởi động ở {place} đều ghi vào {subject} ({type}), và không có khóa",
	"variable-two":
		"các goroutine được khởi động ở {place} và {other} đều ghi vào {subject} ({type}), và không có khóa",
	"variable-read":
		"goroutine được khởi động ở {place} ghi vào {subject} ({type}) trong khi dòng {line} đọc nó: ở giữa không có gì chờ",
	"variable-written":
		"goroutine được khởi động ở {place} ghi vào {subject} ({type}) trong khi dòng {line} cũng ghi: ở giữa không có gì chờ",
	"waitgroup-add":
		"{subject}.Add đếm chính goroutine đang gọi nó: Wait có thể trả về trước khi goroutine ấy bắt đầu",
	"read-lock-write":
		"{subject} bị thay đổi trong khi {lock} chỉ được khóa để đọc: những bên khác cũng có thể đang giữ nó để đọc",
	"mixed-atomic": "{subject} được dùng như biến thường ở đây, còn {function} thay đổi nó bằng sync/atomic",
	"use-read": "đọc",
	"use-written": "ghi vào",
	"use-both": "đọc và ghi",
	"use-given-back": "trả lại (Put vào sync.Pool)",
	"at-line": "dòng {line}",
	"at-file": "{file}:{line}",
	"who-handler": "handler ở {place}",
	"who-command": "lệnh được chạy ở {place}",
	"who-callback": "callback được đăng ký ở {place}",
	"who-subtest": "test song song bắt đầu ở {place}",
	"who-queued": "hàm được giao cho goroutine khác ở {place}",
	"who-callers": "bên gọi {function}",
	"who-next": "bên lấy nó ra sau {place}",
	"who-goroutine": "goroutine được khởi động ở {place}",
	"bare-goroutine": "panic trong goroutine khởi động ở đây sẽ kết thúc cả tiến trình: goroutine này {why}",
	"bare-function": "panic trong goroutine khởi động ở đây sẽ kết thúc cả tiến trình: {function} {why}",
	"bare-risk": "{risk} mà không có recover",
	"bare-risk-clause": "{risk}, mà không có recover",
	"bare-early": "{risk} trước khi defer hàm recover",
	"bare-early-clause": "{risk}, trước khi defer hàm recover",
	"risk-indexes": "truy cập một phần tử của {value}",
	"risk-slices": "cắt {value}",
	"risk-dereferences": "truy cập qua con trỏ {value}",
	"risk-asserts": "dùng type assertion trên {value}",
	"risk-divides": "chia cho {value}",
	"risk-map": "ghi vào map {value}",
	"risk-sends": "gửi vào channel {value}, vốn bị đóng ở nơi khác",
	"risk-closes": "đóng channel {value}, vốn còn bị đóng ở nơi khác",
	"risk-panics": "gọi panic",
	"risk-calls": "gọi {value}",
	"risk-calls-handed": "gọi {value}, hàm do nơi khác truyền vào",
	"risk-calls-unknown": "gọi {value}, hàm chỉ biết được khi chạy",
	"risk-runs": "chạy {value}",
	"risk-runs-handed": "chạy {value}, hàm do nơi khác truyền vào",
	"risk-runs-unknown": "chạy {value}, hàm chỉ biết được khi chạy",
	"why-arrives": "nó được khởi động mỗi khi có {what} đến",
	"why-receives": "mỗi lượt của vòng lặp trong nó nhận {what}",
	"why-handles": "{function} xử lý {what} và dẫn tới đây",
	"why-calls-handed": "nó gọi {value}, hàm do nơi khác truyền vào",
	"why-calls-registered": "nó gọi {value}, hàm do nơi khác đăng ký",
	"why-runs-handed": "nó chạy {value}, hàm do nơi khác truyền vào",
	"why-runs-registered": "nó chạy {value}, hàm do nơi khác đăng ký",
	"why-convention": "module khởi động goroutine qua {launchers}, vốn có recover, ở {count} nơi",
	"why-siblings": "{count} trong {all} goroutine của package này có recover",
	"why-loops": "nó lặp và không có điều kiện nào kết thúc vòng lặp",
	"why-serves": "nó phục vụ một channel cho tới khi channel ấy đóng",
	"why-endless": "vòng lặp này tự nó không kết thúc",
	"arrival-request": "một request HTTP",
	"arrival-rpc": "một lời gọi RPC",
	"arrival-message": "một thông điệp",
	"arrival-job": "một công việc",
	"arrival-connection": "một kết nối",
	"arrival-packet": "một gói tin",
	"loop-defer-inside":
		"recover được defer trong vòng lặp xử lý {source} chỉ chạy khi hàm trả về, nên panic đầu tiên sẽ dừng hẳn worker",
	"loop-recover-outside":
		"panic đầu tiên dừng hẳn worker xử lý {source} trong khi tiến trình vẫn sống: recover nằm ngoài vòng lặp",
	"loop-callback":
		"worker xử lý {source} gọi {value}, hàm do nơi khác truyền vào, mà không có recover quanh từng phần việc",
	"source-work": "công việc của nó",
	"source-select": "một lệnh select",
	"misplaced-deferred-builtin":
		"defer recover() không recover được gì: recover phải được gọi bên trong một hàm được defer",
	"misplaced-argument":
		"recover() là đối số của lời gọi {function} được defer: nó được tính ngay lúc đó, không phải lúc hàm panic",
	"misplaced-never-deferred":
		"recover() trong {function} trả về nil: {function} chỉ được gọi, không nơi nào defer nó",
	"misplaced-in-goroutine":
		"recover() gọi thẳng trong goroutine trả về nil: nó phải nằm trong một hàm mà goroutine defer",
	"misplaced-in-literal": "recover() trong một hàm vô danh được gọi ngay, không được defer, nên trả về nil",
	"misplaced-helper": "{function}() được gọi chứ không được defer: recover bên trong trả về nil",
	"misplaced-too-deep":
		"{function}() nằm sâu thêm một tầng gọi: recover bên trong trả về nil, trừ khi chính {function} được defer",
	"misplaced-too-late":
		"recover này được defer sau đoạn mã có thể panic: phía sau nó không còn gì panic được nữa",
	"misplaced-other-goroutine":
		"recover này không bảo vệ được goroutine khởi động bên dưới, và ở đây không còn gì khác có thể panic",
	"misplaced-unrecoverable":
		"không recover nào bắt được điều mà chú thích này nêu: runtime sẽ kết thúc tiến trình",
	"misplaced-fatal-text": "không recover nào bắt được điều mà {text} nêu: runtime sẽ kết thúc tiến trình",
	"misplaced-exit": "không recover nào bắt được {function}, và ở đây không còn gì khác có thể panic",
	"misplaced-other-function":
		"recover này hết tác dụng trước khi hàm được trả về bên dưới chạy, và ở đây không còn gì khác có thể panic",
	"misplaced-after-work":
		"recover() trong {function} trả về nil: {function} làm việc của nó trước, và không nơi nào ở đây defer nó",
	"misplaced-given":
		"recover() trong hàm được trao cho {function} (lời gọi được defer) nằm sâu thêm một tầng gọi: nó trả về nil",
	"misplaced-not-called":
		"{function}() tạo ra hàm chứa recover, nhưng không nơi nào gọi hàm đó: phải viết defer {function}()()",
	silent:
		"panic đã recover bị bỏ qua: không log, không error, không metric và không panic lại, nên không ai biết",
	"ignore-no-analyzer": "race-audit:ignore không nêu bộ phân tích nào",
	"ignore-unknown-analyzer": "race-audit:ignore nêu {analyzer}, nhưng không có bộ phân tích nào tên như vậy",
	"ignore-no-reason": "race-audit:ignore {analyzer} không nêu lý do nên không có tác dụng",
	"gap-not-listed": "go list không đọc được package",
	"gap-ill-typed": "không qua được bước kiểm tra kiểu",
	"gap-analyzer-failed": "một bộ phân tích gặp lỗi",
	"gap-facts": "không lưu được các fact của package",
	"fix-defer-helper": "defer {helper} trong goroutine",
	"fix-recover-goroutine": "recover và ghi log trong goroutine",
	"fix-recover-item": "recover quanh từng phần việc",
	"fix-recover-deferred": "recover trong một hàm được defer, và ghi log",
	"fix-lock-around": "bọc {variable} bằng một khóa",
	"fix-atomic-everywhere": "ở mọi nơi đều truy cập {variable} bằng atomic",
	"fix-hold": "giữ {mutex} ở mọi nơi dùng {variable}",
	"fix-guard": "bảo vệ {variable} bằng một mutex",
	"fix-atomic-type": "đổi {variable} thành {type}",
	"fix-subtest-copy": "tạo bản sao của {variable} cho từng subtest",
	"fix-make-once": "chỉ tạo {variable} một lần",
	"fix-declare-inside": "khai báo {variable} bên trong goroutine",
	"fix-own-variable": "cho goroutine một {variable} riêng",
	"fix-wait-result": "chờ goroutine gán {variable} kết thúc",
	"fix-loop-copy": "tạo bản sao của {variable} trong mỗi lượt lặp",
	"fix-add-early": "gọi Add trước khi goroutine bắt đầu",
	"fix-set-before": "gán {variable} trước khi goroutine bắt đầu",
	"fix-hold-several": "giữ {mutex} ở mọi nơi dùng {variable}",
	"fix-hold-everywhere": "giữ {mutex} ở mọi lần truy cập",
	"fix-close-once": "chỉ đóng {channel} một lần",
	"fix-own-element": "cho mỗi goroutine một phần tử riêng của {variable}",
	"fix-waitgroup-go": "khởi động goroutine bằng phương thức Go của WaitGroup",
	"fix-done-late": "gọi Done khi goroutine kết thúc",
	"no-cgo":
		"race detector cần cgo và một trình biên dịch C; hãy cài gcc hoặc clang và đặt CGO_ENABLED=1 (các test đã chạy mà không có race detector)",
	"lint-not-built": "không biên dịch được lint: {detail}",
	"lint-interrupted": "lint bị ngắt giữa chừng",
	"lint-failed": "lint gặp lỗi: {detail}",
	"lint-not-json": "lint in ra nội dung không phải JSON của nó",
	"shard-missing": "shard {shard} không để lại báo cáo: các package của nó chưa được kiểm tra",
	"shards-too-many": "các báo cáo nói tới {total} shard, nhiều hơn mức {most}",
	"shard-names-unknown": "shard nêu package {package}, nhưng ở đây không có package này",
	"dump-without-cause":
		"dòng {line} bắt đầu một bản dump goroutine, nhưng không có dòng cho biết điều gì đã xảy ra (panic:, fatal error:); hãy đưa cả phần nằm phía trên nó",
	"race-without-accesses": "một báo cáo race thiếu các lần truy cập",
	"race-with-one-access": "một báo cáo race chỉ có một trong hai lần truy cập",
	"race-with-unread-stack": "một báo cáo race có lần truy cập không đọc được stack",
	"package-not-built": "package không biên dịch được",
	"pattern-without-packages": "mẫu {pattern} không khớp package nào",
	"pattern-not-listed": "go không liệt kê được {pattern}: {detail}",
	"tests-killed": "go test trong {module} im lặng quá thời hạn nên bị dừng",
	"tests-failed": "go test thất bại trong {module}: {detail}",
	"unfinished-killed": "{package}: chưa xong khi go test bị dừng",
	"unfinished-interrupted": "{package}: chưa xong khi lần kiểm tra bị ngắt",
	"unfinished-silent": "{package}: không báo kết quả nào",
	"rejected-interrupted": "chưa thử xong: lần kiểm tra bị ngắt giữa chừng",
	"rejected-no-time": "chưa thử xong: đã hết {seconds} giây dành cho các cách sửa (--fix-budget)",
	"rejected-edits": "các chỗ sửa không khớp với file",
	"rejected-syntax": "sai cú pháp: {detail}",
	"rejected-format": "chưa đúng định dạng gofmt",
	"rejected-build": "không biên dịch được: {detail}",
	"rejected-vet": "go vet báo lỗi: {detail}",
	"rejected-lint": "lint báo lỗi: {detail}",
	"rejected-lint-failed": "lint không kiểm tra được",
	"rejected-lint-still": "lint vẫn tìm thấy lỗi",
	"rejected-still": "lỗi vẫn còn",
	"rejected-something-new": "các test lại cho thấy một lỗi mới",
	"rejected-hangs": "các test bị treo, hoặc chạy quá {seconds} giây dành cho một lần thử",
	"rejected-test": "một test thất bại: {detail}",
	"rejected-skipped": "test không chạy nữa khi có cách sửa này",
	"rejected-rare": "lỗi hiện ra quá hiếm: phải chạy {runs} lần mới kiểm chứng được",
	"rejected-package": "các test của package thất bại",
	...vietnameseErrors,
} as const satisfies Record<MessageCode, string>;
