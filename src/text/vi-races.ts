import type { TitleFacts } from "#domain/finding.ts";
import type { SectionId } from "#domain/section.ts";
import { capital, say } from "./phrase.ts";
import type { Description, Sentences } from "./text.ts";
import { Actors, a, actors, both, on, thing, within } from "./vi-names.ts";

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
		say`${Actors(facts)} cùng lúc dùng chung một ${type}, trong khi kiểu này không an toàn khi dùng đồng thời.`,
	);
}

/** What is said of each of these sections in Vietnamese. */
export const races = {
	"race-shared-buffer": sharedBuffer,
	"race-map": (f) =>
		both(
			say`Data race trên ${a("map", f)}`,
			say`${Actors(f)} cùng lúc dùng map. Khi map đang được ghi thì không ai khác được chạm vào; khi chạy thật, Go có thể kết thúc cả tiến trình vì lỗi này.`,
		),
	"race-slice": (f) =>
		both(
			say`Data race trên ${a("slice", f)}`,
			say`${Actors(f)} cùng lúc dùng slice; phần tử được thêm vào có thể mất hoặc lẫn lộn.`,
		),
	"race-captured-variable": (f) =>
		both(
			say`Data race trên ${a("biến bị closure bắt", f)}`,
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
			say`${Actors(f)} cùng lúc truy cập ${thing(f, "cùng một vùng nhớ")} mà không phải bên nào cũng giữ khóa.`,
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
			say`${Actors(f)} cùng lúc truy cập ${thing(f, "biến này")}.`,
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
			say`Mỗi request được phục vụ trên một goroutine riêng, và chúng cùng lúc truy cập ${thing(f, "trạng thái của handler")}.`,
		),
	"race-start-stop": (f) =>
		both(
			say`Data race${on(f)} giữa lúc khởi động và lúc dừng`,
			say`${Actors(f)} truy cập ${thing(f, "một trường")} trong khi goroutine dùng nó đang được khởi động hoặc đang dừng.`,
		),
	"race-encoded-while-changed": (f) =>
		both(
			say`${capital(thing(f, "một giá trị đang được dùng"))} bị in hoặc mã hóa trong lúc đang thay đổi`,
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
			say`${Actors(f)} cùng lúc truy cập ${thing(f, "cùng một vùng nhớ")}, và ít nhất một bên ghi.`,
		),
} as const satisfies Partial<Record<SectionId, Sentences>>;
