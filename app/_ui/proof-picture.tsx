import type { ReactNode } from 'react';
import type { Colour } from '@/lib/schema/tag-schema';
import { tagShades } from './tag-chip';

/**
 * A made-up article on its way through the desk, beside the sign-in form on wide screens. Decoration: nothing here is
 * said by a screen reader or reached by a key.
 */
export function ProofPicture() {
  return (
    <div
      aria-hidden
      className="relative hidden overflow-hidden border-l border-line bg-sunken lg:flex lg:items-center lg:justify-center"
    >
      <div className="grid w-full max-w-3xl grid-cols-[minmax(0,1fr)_13rem] gap-x-8 px-12 select-none">
        <div className="border border-line bg-sheet px-10 pt-9 pb-12 shadow-high">
          <p className="border-b-3 border-double border-line-strong pb-2 text-xs tracking-wide text-muted">
            The Tidewater Letter · Evening edition
          </p>
          <p className="headline mt-5 text-[1.75rem] leading-tight">
            Night ferry reaches the islands in a gale
          </p>
          <div className="mt-5 space-y-3.5 font-serif text-[1.0625rem] leading-[1.65]">
            <p>
              The night ferry left <Marked colour="amber">Port Alder</Marked> a little after nine, with
              forty-one passengers, a crew of seven and the week’s post.
            </p>
            <p>
              <Marked colour="blue">“We have seen worse, and we have seen it from this very table,”</Marked>{' '}
              said the ship’s cook.
            </p>
            <p>
              She tied up at Sandholm <Marked colour="red">six hours</Marked> later, to the surprise of the
              one cat on the quay.
            </p>
          </div>
        </div>
        <div className="flex flex-col gap-6 pt-44 text-[0.8125rem]">
          <Card colour="amber" tag="name misspelled" body={<Change from="Port Alder" to="Port Aldar" />} />
          <Card colour="blue" tag="quote" body="verbatim, see recording 2" />
          <Card colour="red" tag="factual error" body={<Change from="six hours" to="five hours" />} />
        </div>
      </div>
    </div>
  );
}

function Marked({ colour, children }: { readonly colour: Colour; readonly children: ReactNode }) {
  return (
    <span
      style={tagShades(colour)}
      className="border-b-2 border-(--tag-line) bg-(--tag-bg) box-decoration-clone px-0.5"
    >
      {children}
    </span>
  );
}

interface CardProps {
  readonly colour: Colour;
  readonly tag: string;
  readonly body: ReactNode;
}

function Card({ colour, tag, body }: CardProps) {
  return (
    <div
      style={tagShades(colour)}
      className="rounded-r-md border border-l-3 border-line border-l-(--tag-line) bg-sheet px-3 py-2 shadow-low"
    >
      <p className="font-semibold text-(--tag-text)">{tag}</p>
      <p className="mt-0.5">{body}</p>
    </div>
  );
}

const Change = ({ from, to }: { readonly from: string; readonly to: string }) => (
  <>
    <s className="text-muted">{from}</s> → <strong>{to}</strong>
  </>
);
