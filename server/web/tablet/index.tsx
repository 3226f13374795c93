/** The face shown under /tablet. */
export default function Tablet() {
  return <main />;
}
