interface SelectProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly (readonly [value: Value, said: string])[];
  onChoose: (value: Value) => void;
  testId: string;
}

/** One of several, in the space of one; its label is read out, and shown as its hint. */
export function Select<Value extends string>({ label, value, options, onChoose, testId }: SelectProps<Value>) {
  return (
    <select
      class="select"
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value as Value)}
      data-testid={testId}
    >
      {options.map(([each, said]) => (
        <option key={each} value={each}>
          {said}
        </option>
      ))}
    </select>
  );
}
