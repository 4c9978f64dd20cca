export { n as runAudit } from "./audit-command.js";
