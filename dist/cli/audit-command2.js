export { r as runAudit } from "./audit-command.js";
