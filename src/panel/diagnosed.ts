import { knowledge } from "virtual:knowledge";
import { createRecording, type MakeRecording } from "./recording.js";

/** What explains failed connections, catalogue and lexicon with it. It is loaded beside the panel, which is drawn before. */
export const makeDiagnosed: MakeRecording = (keeps) => createRecording(knowledge, keeps);
