export interface Option<Value extends string> {
  value: Value;
  title: string;
  hint: string;
}

interface OptionsProps<Value extends string> {
  legend: string;
  name: string;
  options: readonly Option<Value>[];
  chosen: Value;
  onChoose: (value: Value) => void;
}

/** One of several, each with a line that says what it means. */
export function Options<Value extends string>({ legend, name, options, chosen, onChoose }: OptionsProps<Value>) {
  return (
    <fieldset class="options">
      <legend>{legend}</legend>
      {options.map(({ value, title, hint }) => (
        <label key={value} class="option" data-chosen={value === chosen}>
          <input
            type="radio"
            name={`export-${name}`}
            value={value}
            checked={value === chosen}
            onChange={() => onChoose(value)}
            data-testid={`export-${name}-${value}`}
          />
          <span>
            <span class="option-title">{title}</span> <span class="muted">{hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
