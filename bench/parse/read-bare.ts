import { createReadStream } from "node:fs";

let outputs = 0;
let carry = "";
for await (const chunk of createReadStream(process.argv[2] ?? "", { highWaterMark: 1 << 18 })) {
	const lines = (carry + chunk.toString("utf8")).split("\n");
	carry = lines.pop() ?? "";
	for (const line of lines) if (JSON.parse(line).Action === "output") outputs++;
}
console.log(`${outputs} output events`);
