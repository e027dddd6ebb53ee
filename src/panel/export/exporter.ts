import { previewReplacements } from "../../har/export.js";

/** All that exports take; it comes with the first of them. */
export { ExportDialog } from "./ExportDialog.js";
export { redactionOf } from "./redaction.js";
export { saveExport } from "./save.js";
export { previewReplacements };
