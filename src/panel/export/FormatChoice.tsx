import { FILE_FORMATS } from "../../har/formats.js";
import { FLAVOURS, type FlavourName } from "../../report/flavours.js";
import { words } from "../words.js";
import type { ExportChoice, ExportFormat } from "./choice.js";
import { type Option, Options } from "./Options.js";

interface FormatChoiceProps {
  choice: ExportChoice;
  onChoose: (choice: ExportChoice) => void;
}

const FORMATS = (Object.keys(FILE_FORMATS) as ExportFormat[]).map(
  (value): Option<ExportFormat> => ({ value, ...words.export.format[value] }),
);

export function FormatChoice({ choice, onChoose }: FormatChoiceProps) {
  const { format, flavour } = choice;
  return (
    <>
      <Options
        legend={words.export.formats}
        name="format"
        options={FORMATS}
        chosen={format}
        onChoose={(chosen) => onChoose({ ...choice, format: chosen })}
      />
      {format === "markdown" && (
        <label class="export-field">
          {words.export.flavour}
          <select
            value={flavour}
            onChange={(event) => onChoose({ ...choice, flavour: event.currentTarget.value as FlavourName })}
            data-testid="export-flavour"
          >
            {Object.entries(FLAVOURS).map(([name, each]) => (
              <option key={name} value={name}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
