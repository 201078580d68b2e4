export interface AddressSelectProps {
  readonly label: string;
  /** Of the field in the address. */
  readonly name: string;
  readonly value: string | undefined;
  /** What it says while nothing is chosen. */
  readonly any: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One of a few in a plain form, whose choice stands in the address; it works before any script has run. */
export const AddressSelect = ({ label, name, value, any, options }: AddressSelectProps) => (
  <label className="text-sm font-medium">
    {label}
    <select name={name} defaultValue={value ?? ''} className="control mt-1 block">
      <option value="">{any}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </label>
);
