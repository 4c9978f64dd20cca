import type { TitleFacts } from "#domain/finding.ts";
import type { SectionId } from "#domain/section.ts";
import { launchOf } from "./launch.ts";
import { capital, type Phrase, say } from "./phrase.ts";
import type { Description, Subject } from "./text.ts";

type Sentences = (facts: TitleFacts) => Description;

const both = (title: Phrase, message: Phrase): Description => ({ title, message });

/** "`Logger.buf`", or the words that stand for it where it is not known. */
function thing(facts: TitleFacts, otherwise: string): Phrase {
	return facts.subject === null ? [otherwise] : say`${facts.subject}`;
}

/** "map `Cache.items`" or "một map" (a map). */
function a(noun: string, facts: TitleFacts): Phrase {
	return facts.subject === null ? [`một ${noun}`] : say`${[noun]} ${facts.subject}`;
}

/** " trên `Logger.buf`" (on), or nothing. */
function on(facts: TitleFacts): Phrase {
	return facts.subject === null ? [] : say` trên ${facts.subject}`;
}

/** " trong `(*Logger).Write`" (in), or nothing. */
function within(facts: TitleFacts): Phrase {
	const [first] = facts.functions;
	return first === undefined ? [] : say` trong ${first}`;
}

/** Who did it: "`a` và `b`", "hai goroutine trong `a`" or "hai goroutine". */
function actors(facts: TitleFacts): Phrase {
	const [first, second] = facts.functions;
	if (first === undefined) return say`hai goroutine`;
	return second === undefined || second === first
		? say`hai goroutine trong ${first}`
		: say`${first} và ${second}`;
}

/** ": `message`", or nothing. */
function quoted(facts: TitleFacts): Phrase {
	return facts.message === null ? [] : say`: ${facts.message}`;
}

const Actors = (facts: TitleFacts) => capital(actors(facts));

function sharedBuffer(facts: TitleFacts): Description {
	const type = facts.subjectType === null ? say`buffer` : say`${facts.subjectType}`;
	const title =
		facts.subject === null
			? say`Data race trên một ${type} dùng chung`
			: facts.subjectType === null
				? say`Data race trên ${facts.subject}`
				: say`Data race trên ${facts.subject} (dùng chung ${facts.subjectType})`;
	return both(
		title,
		say`${Actors(facts)} cùng dùng một ${type} tại một thời điểm, trong khi kiểu này không an toàn khi dùng đồng thời.`,
	);
}

const races = {
	"race-shared-buffer": sharedBuffer,
	"race-map": (f) =>
		both(
			say`Data race trên ${a("map", f)}`,
			say`${Actors(f)} cùng dùng map tại một thời điểm. Khi map đang được ghi thì không ai khác được chạm vào; khi chạy thật, Go có thể kết thúc cả tiến trình vì lỗi này.`,
		),
	"race-slice": (f) =>
		both(
			say`Data race trên ${a("slice", f)}`,
			say`${Actors(f)} cùng dùng slice tại một thời điểm; phần tử được thêm vào có thể mất hoặc lẫn lộn.`,
		),
	"race-captured-variable": (f) =>
		both(
			say`Data race trên ${a("biến bị closure giữ lại", f)}`,
			say`Goroutine dùng chung ${thing(f, "biến này")} với hàm đã khởi động nó, và không có gì quy định ai trước ai sau.`,
		),
	"race-loop-variable": (f) =>
		both(
			say`Data race trên ${a("biến vòng lặp", f)}`,
			say`Các goroutine được khởi động trong vòng lặp dùng ${thing(f, "biến của vòng lặp")} trong lúc vòng lặp vẫn đang thay đổi nó.`,
		),
	"race-missing-lock": (f) =>
		both(
			say`Data race${on(f)}: thiếu khóa`,
			say`${Actors(f)} truy cập ${thing(f, "cùng một vùng nhớ")} tại một thời điểm mà không phải bên nào cũng giữ khóa.`,
		),
	"race-read-lock-write": (f) =>
		both(
			say`Ghi vào ${thing(f, "vùng nhớ dùng chung")} khi chỉ giữ khóa đọc`,
			say`${Actors(f)} thay đổi ${thing(f, "cùng một vùng nhớ")} trong khi chỉ giữ \`RLock\`, loại khóa mà nhiều goroutine có thể giữ cùng lúc.`,
		),
	"race-copied-lock": (f) =>
		both(
			say`Data race${on(f)}: khóa đã bị sao chép`,
			say`Bản sao của một mutex không khóa được bản gốc, nên ${actors(f)} không loại trừ lẫn nhau.`,
		),
	"race-lazy-init": (f) =>
		both(
			say`Data race khi ${thing(f, "một giá trị dùng chung")} được gán lần đầu`,
			say`${Actors(f)} có thể cùng thấy ${thing(f, "giá trị")} chưa được gán, rồi cùng gán.`,
		),
	"race-waitgroup": (f) =>
		both(
			say`Data race quanh ${a("WaitGroup", f)}`,
			say`\`Wait\` có thể trả về trước khi các goroutine kết thúc, vì \`Add\` đến quá muộn hoặc \`Done\` đến quá sớm.`,
		),
	"race-mixed-atomic": (f) =>
		both(
			say`Truy cập ${thing(f, "một biến")} lúc bằng atomic, lúc trực tiếp`,
			say`Một goroutine dùng \`sync/atomic\` trên ${thing(f, "biến này")}, goroutine khác lại truy cập thẳng.`,
		),
	"race-package-variable": (f) =>
		both(
			say`Data race trên ${a("biến cấp package", f)}`,
			say`${Actors(f)} truy cập ${thing(f, "biến này")} tại cùng một thời điểm.`,
		),
	"race-parallel-subtests": (f) =>
		both(
			say`Các test song song dùng chung ${thing(f, "dữ liệu chuẩn bị")}`,
			say`${Actors(f)} chạy song song và truy cập ${thing(f, "cùng một dữ liệu chuẩn bị")} mà không có thứ tự.`,
		),
	"race-log-after-test": () =>
		both(
			say`Goroutine ghi log sau khi test đã kết thúc`,
			say`Một goroutine vẫn dùng \`t\` của test trong lúc, hoặc sau khi, test trả về.`,
		),
	"race-channel-close": (f) =>
		both(
			say`${capital(a("channel", f))} có thể bị đóng trong lúc đang gửi`,
			say`Không có gì quy định thứ tự giữa lệnh đóng và lệnh gửi của ${actors(f)}; lệnh gửi đến sau sẽ panic.`,
		),
	"race-late-result": (f) =>
		both(
			say`${capital(a("kết quả", f))} được ghi sau khi bên đọc đã thôi chờ`,
			say`${Actors(f)} cùng truy cập ${thing(f, "kết quả")}: một bên ghi, bên kia đã đi tiếp mà không chờ nữa.`,
		),
	"race-timer-callback": (f) =>
		both(
			say`Data race${on(f)} trong callback của timer`,
			say`Callback chạy trên một goroutine riêng và truy cập ${thing(f, "vùng nhớ")} mà nơi khác đang dùng.`,
		),
	"race-handler-state": (f) =>
		both(
			say`Data race${on(f)}: các request dùng chung`,
			say`Mỗi request được phục vụ trên một goroutine riêng, và chúng cùng truy cập ${thing(f, "trạng thái của handler")}.`,
		),
	"race-start-stop": (f) =>
		both(
			say`Data race${on(f)} giữa lúc khởi động và lúc dừng`,
			say`${Actors(f)} truy cập ${thing(f, "một trường")} trong khi goroutine dùng nó đang được khởi động hoặc đang dừng.`,
		),
	"race-encoded-while-changed": (f) =>
		both(
			say`${capital(thing(f, "một giá trị đang sống"))} được in hoặc mã hóa trong lúc đang thay đổi`,
			say`${Actors(f)} gặp nhau: một bên duyệt ${thing(f, "giá trị")} để in hoặc mã hóa, bên kia thay đổi nó.`,
		),
	"race-reuse-after-handoff": (f) =>
		both(
			say`${capital(thing(f, "một đối tượng"))} vẫn được dùng sau khi đã trao đi`,
			say`${Actors(f)} cùng dùng ${thing(f, "đối tượng")}, dù một bên đã trao nó cho channel hoặc pool.`,
		),
	"race-in-dependency": (f) =>
		both(
			say`Data race bên trong ${f.dependency === null ? ["một dependency"] : say`${f.dependency}`}`,
			say`Cả hai lần truy cập đều nằm ngoài module này${within(f)}; nguyên nhân vẫn có thể là cách gọi từ đây.`,
		),
	"race-outside-tests": (f) =>
		both(
			say`Data race${on(f)} ngoài mọi test`,
			say`${Actors(f)} truy cập ${thing(f, "cùng một vùng nhớ")} trước test đầu tiên, sau test cuối cùng hoặc trong TestMain: package bị đánh trượt nhưng không test nào bị nêu tên.`,
		),
	"race-unclassified": (f) =>
		both(
			say`Data race${on(f)}`,
			say`${Actors(f)} truy cập ${thing(f, "cùng một vùng nhớ")} tại một thời điểm, và ít nhất một bên ghi.`,
		),
} as const satisfies Partial<Record<SectionId, Sentences>>;

const panics = {
	"panic-nil-dereference": (f) =>
		both(
			say`Panic${within(f)}: dùng con trỏ nil`,
			say`Một con trỏ, giá trị map hoặc interface đang là nil đã được dùng${within(f)}.`,
		),
	"panic-nil-map": (f) =>
		both(
			say`Panic${within(f)}: ghi vào map nil`,
			say`Chưa ai tạo ${thing(f, "map được ghi")} bằng \`make\`.`,
		),
	"panic-index-out-of-range": (f) =>
		both(
			say`Panic${within(f)}: chỉ số vượt giới hạn`,
			say`Chỉ số hoặc cận của slice không được kiểm tra trước khi dùng${quoted(f)}.`,
		),
	"panic-type-assertion": (f) =>
		both(
			say`Panic${within(f)}: ép kiểu interface sai`,
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
			say`Panic${within(f)}: con số không thể có`,
			say`Số chia, độ dài hoặc số bit dịch không được kiểm tra trước khi dùng${quoted(f)}.`,
		),
	"panic-unhashable-key": (f) =>
		both(
			say`Panic${within(f)}: khóa không so sánh được`,
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
			say`Chính mã này gọi \`panic\`${within(f)}; từ đó đến điểm bắt đầu của goroutine không có nơi nào recover.`,
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
		both(say`Panic${within(f)}${quoted(f)}`, say`Goroutine đã panic mà không nơi nào recover${quoted(f)}.`),
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
			say`Test quá thời hạn${within(f)}`,
			say`Có chỗ chờ một điều không bao giờ đến, hoặc chạy quá chậm${quoted(f)}.`,
		),
} as const satisfies Partial<Record<SectionId, Sentences>>;

const recoveries = {
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
			say`Mỗi mục được xử lý mà không có \`recover\` riêng: mục đầu tiên panic sẽ chặn mọi mục đến sau.`,
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

/** What reading the code alone can say of a race: nothing was seen to happen. */
function unprovedRace(facts: TitleFacts): Description {
	const type = facts.subjectType === null ? [] : say` (${facts.subjectType})`;
	return both(
		say`${capital(thing(facts, "vùng nhớ dùng chung"))}${type} được nhiều goroutine dùng mà không có khóa`,
		say`Đọc mã thì thấy ${actors(facts)} có thể dùng ${thing(facts, "nó")} tại cùng một thời điểm; chưa lần chạy nào cho thấy điều đó.`,
	);
}

const sentences = { ...races, ...panics, ...recoveries } as const satisfies Record<SectionId, Sentences>;

/** Title and first sentence of a finding in Vietnamese. */
export function describeInVietnamese({ kind, section, facts }: Subject): Description {
	return kind === "lint" && section.startsWith("race-") ? unprovedRace(facts) : sentences[section](facts);
}
