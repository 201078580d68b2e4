/** A proof sheet with a marked line and a note in its margin. */
export function DeskPicture() {
  return (
    <svg aria-hidden viewBox="0 0 160 104" className="h-26 w-40" fill="none">
      <rect x="22" y="6" width="82" height="92" rx="3" fill="var(--sheet)" stroke="var(--line-strong)" />
      <path d="M34 20h40" stroke="var(--ink)" strokeWidth="5" strokeLinecap="round" />
      <path
        d="M34 35h58M34 45h52M34 66h58M34 76h56M34 86h34"
        stroke="var(--line-strong)"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeOpacity=".6"
      />
      <rect x="31" y="50.5" width="40" height="10" rx="1.5" fill="var(--tag-amber-bg)" />
      <path d="M34 55.5h33" stroke="var(--ink)" strokeWidth="2.5" strokeLinecap="round" />
      <path
        d="M75 55.5h15"
        stroke="var(--line-strong)"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeOpacity=".6"
      />
      <path d="M71 60.5c10 4 28 0 40-5" stroke="var(--accent)" strokeWidth="1.75" strokeLinecap="round" />
      <rect
        x="112"
        y="42"
        width="38"
        height="24"
        rx="3"
        fill="var(--sheet)"
        stroke="var(--accent)"
        strokeWidth="1.5"
      />
      <path d="M119 50h24M119 58h15" stroke="var(--accent)" strokeWidth="2.25" strokeLinecap="round" />
    </svg>
  );
}
