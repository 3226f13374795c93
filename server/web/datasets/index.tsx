/** The face shown under /datasets. */
export default function Datasets() {
  return <main />;
}
