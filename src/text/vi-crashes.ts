import type { TitleFacts } from "#domain/finding.ts";
import type { SectionId } from "#domain/section.ts";
import { launchOf } from "./launch.ts";
import { capital, type Phrase, say } from "./phrase.ts";
import type { Sentences } from "./text.ts";
import { a, both, on, quoted, thing, within } from "./vi-names.ts";

/** What is said of each of these sections in Vietnamese. */
export const panics = {
	"panic-nil-dereference": (f) =>
		both(
			say`Panic${within(f)}: dùng con trỏ nil`,
			say`Một con trỏ, giá trị map hoặc interface đang là nil đã được dùng${within(f)}.`,
		),
	"panic-nil-map": (f) =>
		both(
			say`Panic${within(f)}: ghi vào map nil`,
			say`${capital(thing(f, "map được ghi"))} chưa từng được tạo bằng \`make\`.`,
		),
	"panic-index-out-of-range": (f) =>
		both(
			say`Panic${within(f)}: chỉ số vượt giới hạn`,
			say`Chỉ số hoặc cận của slice không được kiểm tra trước khi dùng${quoted(f)}.`,
		),
	"panic-type-assertion": (f) =>
		both(
			say`Panic${within(f)}: type assertion sai kiểu`,
			say`Interface chứa một kiểu khác với kiểu mà mã đòi hỏi${quoted(f)}.`,
		),
	"panic-closed-channel": (f) =>
		both(
			say`Panic${within(f)}: channel bị đóng quá sớm hoặc hai lần`,
			say`Có hơn một goroutine quyết định khi nào channel kết thúc${quoted(f)}.`,
		),
	"panic-waitgroup-counter": (f) =>
		both(
			say`Panic${within(f)}: dùng sai WaitGroup`,
			say`\`Add\`, \`Done\` và \`Wait\` không khớp nhau${quoted(f)}.`,
		),
	"panic-arithmetic": (f) =>
		both(
			say`Panic${within(f)}: con số không hợp lệ`,
			say`Số chia, độ dài hoặc số bit dịch không được kiểm tra trước khi dùng${quoted(f)}.`,
		),
	"panic-unhashable-key": (f) =>
		both(
			say`Panic${within(f)}: khóa của map không so sánh được`,
			say`Một interface chứa slice, map hoặc hàm đã bị đem so sánh hoặc làm khóa của map${quoted(f)}.`,
		),
	"panic-after-test": (f) =>
		both(
			say`Panic sau khi test đã kết thúc`,
			say`Một goroutine dùng \`t\` của test khi test đã xong${quoted(f)}.`,
		),
	"panic-explicit": (f) =>
		both(
			say`Panic${within(f)}${quoted(f)}`,
			f.recovered
				? say`Chính mã này gọi \`panic\`${within(f)}; phía trên đã recover, còn việc đang làm dở thì mất.`
				: say`Chính mã này gọi \`panic\`${within(f)}; từ đó đến điểm bắt đầu của goroutine không có nơi nào recover.`,
		),
	"panic-repanicked": (f) =>
		both(
			say`Panic${within(f)}, đã recover rồi lại panic`,
			say`Panic đầu tiên trong chuỗi mới là nguyên nhân${quoted(f)}.`,
		),
	"panic-iterator": (f) =>
		both(
			say`Panic${within(f)}: dùng sai iterator`,
			say`Một vòng lặp range-over-func chạy tiếp sau khi được bảo dừng, hoặc bị vào hai lần${quoted(f)}.`,
		),
	"panic-unclassified": (f) =>
		both(
			say`Panic${within(f)}${quoted(f)}`,
			f.recovered
				? say`Goroutine đã panic và được recover ở phía trên; việc đang làm dở thì mất${quoted(f)}.`
				: say`Goroutine đã panic mà không nơi nào recover${quoted(f)}.`,
		),
	"fatal-concurrent-map": (f) =>
		both(
			say`Tiến trình bị kết thúc: dùng đồng thời ${a("map", f)}`,
			say`Go phát hiện một map đang được ghi trong lúc goroutine khác dùng nó${quoted(f)}. Không \`recover\` nào ngăn được.`,
		),
	"fatal-unlock-of-unlocked": (f) =>
		both(
			say`Tiến trình bị kết thúc${within(f)}: mở khóa một mutex chưa khóa`,
			say`Một mutex bị mở khóa trong khi chưa ai khóa nó${quoted(f)}. Không \`recover\` nào ngăn được.`,
		),
	"fatal-deadlock": (f) =>
		both(say`Deadlock${within(f)}`, say`Mọi goroutine đều chờ một goroutine khác${quoted(f)}.`),
	"fatal-stack-overflow": (f) =>
		both(
			say`Tràn stack${within(f)}`,
			say`Một hàm gọi lại chính nó không có điểm dừng. Không \`recover\` nào ngăn được.`,
		),
	"fatal-out-of-memory": (f) =>
		both(say`Hết bộ nhớ${within(f)}`, say`Tiến trình xin nhiều bộ nhớ hơn mức có thể có${quoted(f)}.`),
	"fatal-memory-fault": (f) =>
		both(
			say`Lỗi truy cập bộ nhớ${within(f)}`,
			say`\`unsafe\`, cgo hoặc một data race đã làm hỏng một con trỏ${quoted(f)}.`,
		),
	"fatal-unclassified": (f) =>
		both(
			say`Tiến trình bị kết thúc${within(f)}${quoted(f)}`,
			say`Runtime của Go đã kết thúc tiến trình${quoted(f)}.`,
		),
	"test-timeout": (f) =>
		both(
			say`Test quá thời gian${within(f)}`,
			say`Có chỗ chờ một điều không bao giờ đến, hoặc chạy quá chậm${quoted(f)}.`,
		),
} as const satisfies Partial<Record<SectionId, Sentences>>;

/** What is said of each of these sections in Vietnamese. */
export const recoveries = {
	"recover-goroutine": (f) =>
		f.message === null
			? both(
					say`Goroutine${startedBy(f)} không có recover`,
					say`Một panic trong goroutine này kết thúc cả tiến trình: bên trong nó không nơi nào recover.`,
				)
			: both(
					say`Panic trong một goroutine không ai recover${quoted(f)}`,
					say`Panic xảy ra trên một goroutine riêng${within(f)}, nên nó kết thúc cả tiến trình.`,
				),
	"recover-worker-loop": (f) =>
		both(
			say`Một panic dừng cả vòng lặp${within(f)}`,
			say`Mỗi phần việc được xử lý mà không có \`recover\` riêng: phần việc đầu tiên gây panic sẽ chặn mọi phần việc đến sau.`,
		),
	"recover-misplaced": (f) =>
		both(
			say`Lệnh recover này không thể có tác dụng${within(f)}`,
			say`\`recover\` chỉ có tác dụng trong hàm được \`defer\` trực tiếp, trên chính goroutine đang panic.`,
		),
	"recover-silent": (f) =>
		both(
			say`Panic đã recover bị bỏ qua không dấu vết${within(f)}`,
			say`Panic được recover nhưng không được ghi log cũng không được đếm, nên sẽ không ai biết.`,
		),
	"read-race-report": (f) => both(say`Báo cáo race${on(f)}`, say`Một báo cáo race cần được đọc.`),
	"read-crash-log": (f) => both(say`Sự cố${within(f)}${quoted(f)}`, say`Một log sự cố cần được đọc.`),
	"ask-for-help": (f) =>
		both(say`Phát hiện${within(f)} cần thêm người xem`, say`Những gì thấy được chưa đủ để kết luận.`),
} as const satisfies Partial<Record<SectionId, Sentences>>;

/** " `cleanup`" or " khởi động trong `f`" (started in), or nothing. */
function startedBy(facts: TitleFacts): Phrase {
	const { runs, startedIn } = launchOf(facts);
	if (runs !== null) return say` ${runs}`;
	return startedIn === null ? [] : say` khởi động trong ${startedIn}`;
}
