function brew( {
  return 1;
}
