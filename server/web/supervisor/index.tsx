/** The face shown under /supervisor. */
export default function Supervisor() {
  return <main />;
}
