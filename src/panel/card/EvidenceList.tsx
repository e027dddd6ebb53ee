import type { RankedCause } from "../../core/diagnosis.js";
import { words } from "../words.js";
import { EvidenceLine } from "./EvidenceLine.js";
import { Part } from "./Part.js";

interface EvidenceListProps {
  cause: RankedCause;
  onShow: (events: readonly string[]) => void;
}

export function EvidenceList({ cause: { confidence, score, evidence }, onShow }: EvidenceListProps) {
  return (
    <Part name="evidence" title={words.evidence} aside={`${words.confidence[confidence]} · ${words.fit(score)}`}>
      {evidence.length === 0 && <p class="muted">{words.noEvidence}</p>}
      <ul class="evidence">
        {evidence.map((each, place) => (
          <EvidenceLine key={place} evidence={each} onShow={onShow} />
        ))}
      </ul>
    </Part>
  );
}
