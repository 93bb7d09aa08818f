/** The staircase of the brand, its top block in saffron. */
export function BrandMark({ className = "jl-mark" }: { className?: string }) {
  return (
    <svg
      className={className}
      viewBox="0 0 44 44"
      width="36"
      height="36"
      aria-hidden
      focusable="false"
    >
      <g className="jl-mark__block">
        <rect x="0" y="30" width="13" height="13" rx="3" />
        <rect x="15.5" y="30" width="13" height="13" rx="3" />
        <rect x="31" y="30" width="13" height="13" rx="3" />
        <rect x="15.5" y="15" width="13" height="13" rx="3" />
        <rect x="31" y="15" width="13" height="13" rx="3" />
      </g>
      <rect className="jl-mark__top" x="31" y="0" width="13" height="13" rx="3" />
    </svg>
  );
}
