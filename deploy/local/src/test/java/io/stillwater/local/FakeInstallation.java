package io.stillwater.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** An installation whose services are fakes; broker and database are the real ones. */
final class FakeInstallation {
  private FakeInstallation() {}

  static Installation in(Path home) throws IOException {
    for (String service : Parts.SERVICES) {
      Path folder = home.resolve(service + "-service/target/quarkus-app");
      Files.createDirectories(folder);
      writeJar(folder.resolve("quarkus-run.jar"));
    }
    Path lib = home.resolve("libs/broker/target/lib");
    Files.createDirectories(lib.getParent());
    Files.createSymbolicLink(lib, Installation.find().brokerJars());
    return new Installation(home);
  }

  private static void writeJar(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
    String entry = FakeService.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream code = FakeService.class.getClassLoader().getResourceAsStream(entry)) {
      out.putNextEntry(new JarEntry(entry));
      code.transferTo(out);
    }
  }
}
