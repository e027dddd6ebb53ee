import { FILE_FORMATS } from "../../har/formats.js";
import { FLAVOURS, type FlavourName } from "../../report/flavours.js";
import { Select } from "../Select.js";
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

const FLAVOUR_NAMES = Object.entries(FLAVOURS).map(([value, { name }]) => [value as FlavourName, name] as const);

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
        <Select
          label={words.export.flavour}
          isLabelled
          value={flavour}
          options={FLAVOUR_NAMES}
          onChoose={(chosen) => onChoose({ ...choice, flavour: chosen })}
          testId="export-flavour"
        />
      )}
    </>
  );
}
