import { LEVELS, type Level } from "../../report/redact-means.js";
import { words } from "../words.js";
import type { ExportChoice } from "./choice.js";
import { type Option, Options } from "./Options.js";

interface LevelChoiceProps {
  choice: ExportChoice;
  onChoose: (choice: ExportChoice) => void;
}

const CHOICES = LEVELS.map((value): Option<Level> => ({ value, ...words.export.level[value] }));

export function LevelChoice({ choice, onChoose }: LevelChoiceProps) {
  return (
    <Options
      legend={words.export.levels}
      name="level"
      options={CHOICES}
      chosen={choice.level}
      onChoose={(level) => onChoose({ ...choice, level })}
    />
  );
}
