'use client';

import { Check, Circle, Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { PASSWORD_MIN } from '@/lib/contract/plain/password-length';
import { IconButton } from './button';
import { cx } from './class-names';
import { TextField } from './field';

export interface PasswordFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | null;
  readonly autoComplete: 'current-password' | 'new-password';
}

/** A password, hidden until one asks to see it. */
export function PasswordField({ label, name, value, onChange, error, autoComplete }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <TextField
      label={label}
      name={name}
      type={shown ? 'text' : 'password'}
      required
      autoComplete={autoComplete}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      value={value}
      onChange={onChange}
      error={error}
      trailing={
        <IconButton
          label={shown ? 'Hide the password' : 'Show the password'}
          onClick={() => setShown(!shown)}
        >
          {shown ? <EyeOff aria-hidden className="size-4" /> : <Eye aria-hidden className="size-4" />}
        </IconButton>
      }
    />
  );
}

export interface NewPasswordFieldProps extends Omit<PasswordFieldProps, 'autoComplete' | 'name'> {
  /** Names and addresses it must not be made of. */
  readonly about: readonly string[];
}

/** A new password with its rules beside it, each ticked off as it is met. */
export function NewPasswordField({ about, ...field }: NewPasswordFieldProps) {
  const length = [...field.value].length;
  return (
    <div>
      <PasswordField {...field} name="new-password" autoComplete="new-password" />
      <ul className="mt-2 space-y-1 text-[0.8125rem]">
        <Rule met={length >= PASSWORD_MIN}>
          At least {PASSWORD_MIN} characters
          {length > 0 && length < PASSWORD_MIN ? ` (${length} so far)` : ''}
        </Rule>
        <Rule met={length > 0 && !holdsOwner(field.value, about)}>Not made of your name or address</Rule>
      </ul>
      <p className="mt-1.5 text-[0.8125rem] text-muted">
        A few words that do not belong together are long and easy to keep in mind. What is easily guessed is
        refused.
      </p>
    </div>
  );
}

function Rule({ met, children }: { readonly met: boolean; readonly children: React.ReactNode }) {
  const Icon = met ? Check : Circle;
  return (
    <li className={cx('flex items-center gap-2', met ? 'text-ok' : 'text-muted')}>
      <Icon aria-hidden className={met ? 'size-3.5' : 'mx-1 size-1.5 fill-current'} strokeWidth={3} />
      <span>
        <span className="sr-only">{met ? 'Met: ' : 'Not yet: '}</span>
        {children}
      </span>
    </li>
  );
}

/** Whether most of the password is the owner's name or address; the server judges this more finely. */
function holdsOwner(password: string, about: readonly string[]): boolean {
  const plain = password.toLowerCase();
  const words = about.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const rest = words
    .filter((word) => word.length > 2)
    .reduce((left, word) => left.replaceAll(word, ''), plain);
  return rest.length < Math.min(plain.length, 8);
}
