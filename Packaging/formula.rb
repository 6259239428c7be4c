# Homebrew builds Backstep from its sources.
class Backstep < Formula
  desc "Terminal tutor for backpropagation, in which each line is checked"
  homepage "@ADDRESS@"
  url "@ADDRESS@/@FILE@"
  sha256 "@SUM@"
  license "MIT"

  depends_on xcode: ["16.3", :build]
  uses_from_macos "swift" => :build
  uses_from_macos "libedit"

  def install
    system "swift", "build", "--disable-sandbox", "--configuration", "release",
           "--product", "backstep"
    system "Packaging/place", ".build/release/backstep", prefix
  end

  test do
    system bin/"backstep", "lint"
  end
end
